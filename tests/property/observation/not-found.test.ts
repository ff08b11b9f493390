import fc from "fast-check";
import { expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { makeContractIndex } from "../../../src/domain/graph/contract-index.ts";
import type { GraphClient } from "../../../src/domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import type { TypeReading } from "../../../src/use-cases/observation/ingest-object.ts";
import { makeObjectMemory } from "../../../src/use-cases/observation/object-memory.ts";
import { makeObjectSlots } from "../../../src/use-cases/observation/object-slots.ts";
import { observeCollection } from "../../../src/use-cases/observation/observe-collection.ts";
import { makeTypeFindings } from "../../../src/use-cases/observation/type-findings.ts";
import { aClock } from "../../builders/a-clock.ts";

const { siblingsOf, contractOf } = makeContractIndex(contracts);
const limit = contractOf("enrollmentLimit");
if (!limit) throw new Error("There is a contract of enrollment limits.");
const pageContract = contractOf("enrollmentStatusPage") ?? limit;
/** Every part of an object is read by a request of its own. */
const wanted = [limit, pageContract].map(
  (contract): ObjectTypeContract => ({
    ...contract,
    detail: "get",
    children: [{ path: "children", evidence: contract.evidence.path }],
  }),
);
const [first = limit, ...others] = siblingsOf(limit).map(
  (sibling) => wanted.find(({ key }) => key === sibling.key) ?? sibling,
);
const kinds = ["deviceEnrollmentLimitConfiguration", "windows10EnrollmentCompletionPageConfiguration", "somethingNew"];

type Chance = Iterator<number>;

/** A tenant that changes while it is read, and a Graph that answers 404 to any read when it likes. */
function aRestlessGraph(count: number, chance: Chance) {
  const objects = new Map(Array.from({ length: count }, (_, at) => [`${at}`, at % kinds.length]));
  let created = count;
  let lastList: { readonly id: string; readonly kind: number }[] | undefined;
  const next = (below: number): number => (chance.next().value ?? 0) % below;
  const toObject = (id: string): JsonObject => ({
    "@odata.type": `#microsoft.graph.${kinds[objects.get(id) ?? 0]}`,
    id,
  });

  function change(): void {
    const id = [...objects.keys()][next(Math.max(1, objects.size))];
    const what = next(12);
    if (what === 0) objects.set(`${created++}`, next(kinds.length));
    if (id !== undefined && what === 1) objects.delete(id);
    if (id !== undefined && what === 2) objects.set(id, next(kinds.length));
  }

  async function read<T>(id: string, answer: () => T): Promise<T> {
    await Promise.resolve();
    change();
    if (next(6) === 0 || !objects.has(id)) throw new Fault("graph_not_found", "Microsoft Graph answered 404.");
    return answer();
  }

  const graph: Partial<GraphClient> = {
    list: async function* () {
      const shown: { id: string; kind: number }[] = [];
      for (const [id, kind] of Array.from(objects)) {
        change();
        if (next(40) === 0) throw new Fault("graph_not_found", "Microsoft Graph answered 404.");
        if (!objects.has(id)) continue;
        shown.push({ id, kind: objects.get(id) ?? kind });
        yield [toObject(id)];
      }
      lastList = shown;
    },
    get: (_contract, id) => read(id, () => toObject(id)).catch(() => undefined),
    children: (_contract, id) => read(id, () => []),
    assignments: (_contract, id) => read(id, () => []),
  };
  return { graph, lastList: () => lastList };
}

async function observe(count: number, chance: Chance) {
  const { graph, lastList } = aRestlessGraph(count, chance);
  const kept: string[] = [];
  const types = wanted.map((contract): TypeReading => {
    const keep: TypeReading["keep"] = async ({ id }) => kept.push(id);
    return { contract, knownIds: [], keep, findings: makeTypeFindings(contract, () => undefined) };
  });
  // Only what is called stands in for the client.
  const deps = { graph: graph as GraphClient, clock: aClock(), slots: makeObjectSlots(3, makeObjectMemory()) };
  await observeCollection(deps, { types, siblings: [first, ...others], signal: new AbortController().signal });
  const concluded = types.map(({ contract, findings }) => ({ key: contract.key, ...findings.conclude() }));
  return { kept, concluded, lastList: lastList() };
}

it("nothing that the last complete list shows is absent without a gap, whatever answers 404 and changes meanwhile (P1.2)", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 12 }), fc.infiniteStream(fc.nat({ max: 1_000_000 })), async (count, chance) => {
      const { kept, concluded, lastList } = await observe(count, chance);
      const targets = new Set(concluded.flatMap(({ failures }) => failures.map(({ target }) => target)));
      const isExplained = (id: string, type: string): boolean =>
        kept.includes(id) || targets.has(type) || wanted.some(({ key }) => targets.has(`${key}/${id}`));
      for (const { id, kind } of lastList ?? []) {
        const type = wanted[kind]?.key;
        if (type !== undefined) expect(isExplained(id, type), `${type}/${id} is absent`).toBe(true);
      }
      if (!lastList) for (const { key } of wanted) expect(targets).toContain(key);
      expect(new Set(kept).size).toBe(kept.length);
      for (const { key, counts, deletedMeanwhile, failures } of concluded) {
        const failed = failures.filter(({ target }) => target !== key).reduce((sum, each) => sum + each.count, 0);
        expect([counts.failed, counts.total]).toEqual([failed, counts.succeeded + counts.failed]);
        const stillShown = deletedMeanwhile.objects.filter(({ id, type }) =>
          (lastList ?? []).some((shown) => shown.id === id && wanted[shown.kind]?.key === type),
        );
        expect(stillShown).toEqual([]);
      }
    }),
    { numRuns: 1_000 },
  );
});
