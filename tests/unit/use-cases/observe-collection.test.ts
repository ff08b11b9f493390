import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import type { Counts } from "../../../src/domain/counts/counts.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { makeContractIndex } from "../../../src/domain/graph/contract-index.ts";
import type { GraphClient } from "../../../src/domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../../src/domain/observation/observed-object.ts";
import { makeObjectSlots } from "../../../src/use-cases/observation/object-slots.ts";
import { observeCollection } from "../../../src/use-cases/observation/observe-collection.ts";
import type { TypeReading } from "../../../src/use-cases/observation/take-in-object.ts";
import { makeTypeFindings } from "../../../src/use-cases/observation/type-findings.ts";
import { aClock, settle } from "../../builders/a-clock.ts";

const { siblingsOf, contractOf: contractOfKey } = makeContractIndex(contracts);
const siblings = siblingsOf(contractOf("enrollmentLimit"));
const { signal } = new AbortController();

function anObject(id: string, kind: string): JsonObject {
  return { "@odata.type": `#microsoft.graph.${kind}`, id, displayName: id };
}

const page = anObject("page", "windows10EnrollmentCompletionPageConfiguration");
const limit = anObject("limit", "deviceEnrollmentLimitConfiguration");

type Given = {
  readonly types: readonly string[];
  readonly pages?: readonly (readonly JsonObject[])[];
  /** Ends the listing after its pages. */
  readonly broken?: Fault;
  readonly known?: Readonly<Record<string, readonly string[]>>;
  /** What a single GET finds. */
  readonly single?: (id: string) => JsonObject | undefined;
};

/** Observes types of enrollment configurations; answers what was seen of each and the observations by type. */
async function observe({ types, pages = [], broken, known = {}, single = () => undefined }: Given) {
  let listings = 0;
  const graph: Partial<GraphClient> = {
    list: async function* () {
      listings += 1;
      yield* pages;
      if (broken) throw broken;
    },
    get: async (_contract, id) => single(id),
    assignments: async () => [],
  };
  const seen: Record<string, string[]> = Object.fromEntries(types.map((type) => [type, []]));
  const listed: Record<string, number> = {};
  const readings = types.map((type) => {
    const onCounts = ({ total }: Counts): void => {
      if (total !== null) listed[type] = total;
    };
    const keep = async ({ id }: { id: string }) => void seen[type]?.push(id);
    return { ...aReading(type, keep, onCounts), knownIds: known[type] ?? [] };
  });
  await observeCollection(depsOf(graph), { types: readings, siblings, signal });
  const of = Object.fromEntries(readings.map(({ contract, findings }) => [contract.key, findings.conclude()]));
  return { seen, listed, listings, of };
}

function aReading(type: string, keep: TypeReading["keep"], onCounts: (counts: Counts) => void = () => undefined) {
  const contract = contractOf(type);
  return { contract, knownIds: [], keep, findings: makeTypeFindings(contract, onCounts) };
}

function depsOf(graph: Partial<GraphClient>, slots = makeObjectSlots(20)) {
  // Only what is called stands in for the client.
  return { graph: graph as GraphClient, clock: aClock(), slots };
}

function contractOf(type: string): ObjectTypeContract {
  const contract = contractOfKey(type);
  if (!contract) throw new Error(`${type} is no enrollment configuration.`);
  return contract;
}

describe("types that share a collection", () => {
  it("are read from one listing, each object as its own type", async () => {
    const { seen, listed, listings } = await observe({
      types: ["enrollmentStatusPage", "enrollmentLimit", "enrollmentConfigurationOther"],
      pages: [[page], [limit, anObject("new", "somethingNew")]],
    });
    expect(listings).toBe(1);
    expect(seen).toEqual({
      enrollmentStatusPage: ["page"],
      enrollmentLimit: ["limit"],
      enrollmentConfigurationOther: ["new"],
    });
    expect(listed).toEqual({ enrollmentStatusPage: 1, enrollmentLimit: 1, enrollmentConfigurationOther: 1 });
  });

  it("leave objects alone whose type is not asked for, the catch-all too", async () => {
    const { seen } = await observe({ types: ["enrollmentConfigurationOther"], pages: [[page, limit]] });
    expect(seen).toEqual({ enrollmentConfigurationOther: [] });
  });

  it("are all incomplete when their listing broke, and nothing of any is missing", async () => {
    const { of } = await observe({
      types: ["enrollmentStatusPage", "enrollmentLimit"],
      pages: [[page]],
      broken: new Fault("graph_unavailable", "Microsoft Graph answered 503."),
      known: { enrollmentLimit: ["limit"] },
    });
    for (const type of ["enrollmentStatusPage", "enrollmentLimit"]) {
      expect(of[type]).toMatchObject({
        typeState: { state: "incomplete", code: "graph_unavailable" },
        failures: [{ code: "graph_unavailable", target: type }],
        missing: [],
      });
    }
  });

  it("take an object that became another type for missing in the old one and present in the new one", async () => {
    const { seen, of } = await observe({
      types: ["enrollmentLimit", "enrollmentStatusPage"],
      pages: [[page]],
      known: { enrollmentLimit: ["moved", "page"] },
      single: (id) =>
        id === "moved" ? anObject("moved", "windows10EnrollmentCompletionPageConfiguration") : undefined,
    });
    expect(seen["enrollmentStatusPage"]).toEqual(["page"]);
    expect(seen["enrollmentLimit"]).toEqual([]);
    expect(of["enrollmentLimit"]?.missing.toSorted()).toEqual(["moved", "page"]);
  });
});

describe("what is in memory of a large tenant", () => {
  const many = (name: string): JsonObject[] =>
    Array.from({ length: 500 }, (_, at) => anObject(`${name}-${at}`, "deviceEnrollmentLimitConfiguration"));

  /** Reads collections of 500 objects side by side and answers how many objects were in memory at most. */
  async function mostAtOnce(collections: readonly string[]) {
    const slots = makeObjectSlots(20);
    let alive = 0;
    let most = 0;
    let read = 0;
    const graphOf = (name: string): Partial<GraphClient> => ({
      list: async function* () {
        for (const object of many(name)) yield [object];
      },
      assignments: async () => {
        alive += 1;
        most = Math.max(most, alive);
        await settle();
        return [];
      },
    });
    const keep = async () => {
      alive -= 1;
      read += 1;
    };
    await Promise.all(
      collections.map((name) => {
        const types = [aReading("enrollmentLimit", keep)];
        return observeCollection(depsOf(graphOf(name), slots), { types, siblings, signal });
      }),
    );
    return { most, read };
  }

  it("is never more than there are places for, however many collections are read side by side", async () => {
    expect(await mostAtOnce(["a", "b", "c", "d"])).toEqual({ most: 20, read: 2_000 });
  });

  it("nor are more known objects looked for at once than there are places for, when none is listed any more", async () => {
    let alive = 0;
    let most = 0;
    const graph: Partial<GraphClient> = {
      list: async function* () {},
      get: async () => {
        alive += 1;
        most = Math.max(most, alive);
        await settle();
        alive -= 1;
        return undefined;
      },
    };
    const knownIds = Array.from({ length: 500 }, (_, at) => `known-${at}`);
    const reading = { ...aReading("enrollmentLimit", async () => undefined), knownIds };
    await observeCollection(depsOf(graph), { types: [reading], siblings, signal });
    expect(most).toBe(20);
    expect(reading.findings.conclude().missing).toEqual(knownIds);
  });
});
