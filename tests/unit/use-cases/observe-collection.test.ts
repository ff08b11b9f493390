import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import type { Counts } from "../../../src/domain/counts/counts.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { makeContractIndex } from "../../../src/domain/graph/contract-index.ts";
import { droppedPropertyMark } from "../../../src/domain/graph/dropped-property.ts";
import type { GraphClient } from "../../../src/domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import type { TypeReading } from "../../../src/use-cases/observation/ingest-object.ts";
import { makeObjectMemory } from "../../../src/use-cases/observation/object-memory.ts";
import { makeObjectSlots } from "../../../src/use-cases/observation/object-slots.ts";
import { observeCollection } from "../../../src/use-cases/observation/observe-collection.ts";
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
    const keep = async ({ id }: { id: string }) => seen[type]?.push(id) ?? 0;
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

function depsOf(graph: Partial<GraphClient>, slots = makeObjectSlots(20, makeObjectMemory())) {
  // Only what is called stands in for the client.
  return { graph: graph as GraphClient, clock: aClock(), slots };
}

function contractOf(type: string): ObjectTypeContract {
  const contract = contractOfKey(type);
  if (!contract) throw new Error(`${type} is no enrollment configuration.`);
  return contract;
}

describe("types that share a collection", () => {
  it("types that share a collection are read from one listing, each object as its own type", async () => {
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

  it("types that share a collection leave objects alone whose type is not asked for, the catch-all too", async () => {
    const { seen } = await observe({ types: ["enrollmentConfigurationOther"], pages: [[page, limit]] });
    expect(seen).toEqual({ enrollmentConfigurationOther: [] });
  });

  it("types that share a collection are all incomplete when their listing broke, and nothing of any is missing", async () => {
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

  it("types that share a collection take an object that became another type for missing in the old one and present in the new one", async () => {
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

describe("an object that is listed and then answers 404", () => {
  const other = anObject("other", "deviceEnrollmentLimitConfiguration");

  /**
   * Reads enrollment limits, of which each list shows the next of these pages; `limit` answers 404 for its assignments
   * so many times.
   */
  async function observeLimits(lists: readonly (readonly JsonObject[])[], notFound: number, broken?: Fault) {
    let listings = 0;
    let left = notFound;
    const graph: Partial<GraphClient> = {
      list: async function* () {
        const objects = lists[Math.min(listings, lists.length - 1)] ?? [];
        listings += 1;
        yield objects;
        if (broken && listings > 1) throw broken;
      },
      assignments: async (_contract, id) => {
        if (id === "limit" && left-- > 0) throw new Fault("graph_not_found", "Microsoft Graph answered 404.");
        return [];
      },
    };
    const kept: string[] = [];
    const types = ["enrollmentLimit", "enrollmentStatusPage"].map((type) =>
      aReading(type, async ({ id, name }) => kept.push(`${type}/${id} ${name}`)),
    );
    await observeCollection(depsOf(graph), { types, siblings, signal });
    const [limits, pages] = types.map(({ findings }) => findings.conclude());
    return { kept, listings, limits, pages };
  }

  it("is read once more when the others are done, as a second list shows it", async () => {
    const { kept, limits } = await observeLimits(
      [
        [limit, other],
        [{ ...limit, displayName: "later" }, other],
      ],
      1,
    );
    expect(kept).toEqual(["enrollmentLimit/other other", "enrollmentLimit/limit later"]);
    expect(limits).toMatchObject({ typeState: { state: "complete" }, counts: { total: 2, succeeded: 2, failed: 0 } });
  });

  it("is a gap by name when the second list still shows it, and it answers 404 again", async () => {
    const { kept, limits, listings } = await observeLimits([[limit, other]], 2);
    expect(kept).toEqual(["enrollmentLimit/other other"]);
    expect(listings).toBe(2);
    expect(limits).toMatchObject({
      typeState: { state: "incomplete", code: "graph_not_found" },
      counts: { total: 2, succeeded: 1, failed: 1, gaps: 1 },
      failures: [
        { code: "graph_not_found", target: "enrollmentLimit/limit", message: expect.stringContaining("limit") },
      ],
      deletedMeanwhile: { count: 0 },
    });
  });

  it("was deleted meanwhile when a second list, which is complete, shows it no more: no failure", async () => {
    const { limits } = await observeLimits([[limit, other], [other]], 1);
    expect(limits).toMatchObject({
      typeState: { state: "complete" },
      counts: { total: 1, succeeded: 1, failed: 0, gaps: 0 },
      failures: [],
      deletedMeanwhile: { objects: [{ type: "enrollmentLimit", id: "limit", name: "limit" }], count: 1 },
      missing: ["limit"],
    });
  });

  it("is a gap when the second list breaks: nobody knows whether it was deleted", async () => {
    const { limits } = await observeLimits([[limit, other], [other]], 1, new Fault("graph_unavailable", "503."));
    expect(limits).toMatchObject({ failures: [{ code: "graph_not_found" }], deletedMeanwhile: { count: 0 } });
  });

  it("is read as another type when the second list shows it as that", async () => {
    const moved = { ...limit, "@odata.type": page["@odata.type"] ?? null };
    const { kept, limits, pages } = await observeLimits(
      [
        [limit, other],
        [moved, other],
      ],
      1,
    );
    expect(kept).toEqual(["enrollmentLimit/other other", "enrollmentStatusPage/limit limit"]);
    expect(limits).toMatchObject({ counts: { total: 1, failed: 0 }, deletedMeanwhile: { count: 1 } });
    expect(pages).toMatchObject({ counts: { total: 1, succeeded: 1 }, typeState: { state: "complete" } });
  });

  it("takes with it what only the second list shows: nothing that it shows is left out", async () => {
    const { kept } = await observeLimits([[limit], [limit, other]], 1);
    expect(kept.toSorted()).toEqual(["enrollmentLimit/limit limit", "enrollmentLimit/other other"]);
  });

  it("is counted, and twenty are named, when thousands were deleted", async () => {
    const many = Array.from({ length: 30 }, (_, at) => anObject(`limit-${at}`, "deviceEnrollmentLimitConfiguration"));
    let listings = 0;
    const graph: Partial<GraphClient> = {
      list: async function* () {
        listings += 1;
        if (listings === 1) yield many;
      },
      assignments: () => Promise.reject(new Fault("graph_not_found", "Microsoft Graph answered 404.")),
    };
    const reading = aReading("enrollmentLimit", async () => 0);
    await observeCollection(depsOf(graph), { types: [reading], siblings, signal });
    const { deletedMeanwhile } = reading.findings.conclude();
    expect([deletedMeanwhile.count, deletedMeanwhile.objects.length]).toEqual([30, 20]);
  });
});

/** Lists the same enrollment limits each time; answers what was kept and what is said of the type. */
async function observeSame(objects: readonly JsonObject[]) {
  const kept: unknown[] = [];
  const graph: Partial<GraphClient> = {
    list: async function* () {
      yield objects;
    },
    assignments: async () => [],
  };
  const reading = aReading("enrollmentLimit", async ({ id, payload }) => {
    expect(JSON.stringify(payload)).not.toContain(droppedPropertyMark);
    return kept.push(id);
  });
  await observeCollection(depsOf(graph), { types: [reading], siblings, signal });
  return { kept, ...reading.findings.conclude() };
}

describe("items of a list that cannot be told apart", () => {
  it("items without an id are all failures, and none is lost in silence", async () => {
    const { id: _id, ...nameless } = limit;
    const { kept, counts, failures } = await observeSame([nameless, limit, { ...nameless, displayName: "b" }]);
    expect(kept).toEqual(["limit"]);
    expect(counts).toMatchObject({ total: 3, succeeded: 1, failed: 2 });
    expect(failures).toMatchObject([{ code: "graph_bad_response", target: "enrollmentLimit", count: 2 }]);
  });

  it("items of one id and different content are a gap beside the one that is kept", async () => {
    const { kept, counts, failures } = await observeSame([limit, { ...limit, description: "another" }]);
    expect(kept).toEqual(["limit"]);
    expect(counts).toMatchObject({ total: 2, succeeded: 1, failed: 1, gaps: 1 });
    expect(failures).toMatchObject([{ code: "graph_bad_response", target: "enrollmentLimit/limit", count: 1 }]);
  });

  it("items of one object that stands on two pages as it is are one object", async () => {
    expect((await observeSame([limit, limit])).counts).toMatchObject({ total: 1, succeeded: 1, failed: 0 });
  });
});

describe("an odd object", () => {
  const ids = [
    ["x".repeat(301), "Its id is longer than 300 characters."],
    ["\ud800", "Its id holds half a character"],
    ["..", "Its id is a dot segment"],
  ] as const;

  it.each(ids)("an odd object with the id %j costs itself alone, and is named", async (id, message) => {
    const { kept, counts, failures } = await observeSame([{ ...limit, id, displayName: "Odd one" }, limit]);
    expect(kept).toEqual(["limit"]);
    expect(counts).toMatchObject({ total: 2, succeeded: 1, failed: 1, gaps: 1 });
    expect(failures).toMatchObject([{ code: "graph_bad_response", message: expect.stringContaining(message) }]);
    expect(failures[0]?.message).toContain("Odd one");
    expect(failures[0]?.target.isWellFormed()).toBe(true);
  });

  it("an object that is nested too deeply costs itself alone", async () => {
    const deep = Array.from({ length: 200 }).reduce<JsonObject>((inner) => ({ inner }), {});
    const { kept, failures } = await observeSame([{ ...limit, id: "deep", deep }, limit]);
    expect(kept).toEqual(["limit"]);
    expect(failures).toMatchObject([{ target: "enrollmentLimit/deep" }]);
  });

  it("an odd object that came with a property __proto__ is kept without it, and the run says so", async () => {
    const { kept, counts, failures, typeState } = await observeSame([
      { ...limit, settings: { [droppedPropertyMark]: true } },
    ]);
    expect(kept).toEqual(["limit"]);
    expect(counts).toMatchObject({ total: 1, succeeded: 1, failed: 0, gaps: 1 });
    expect(failures).toMatchObject([
      { target: "enrollmentLimit/limit", message: expect.stringContaining("__proto__") },
    ]);
    expect(typeState.state).toBe("incomplete");
  });
});

describe("what is in memory of a large tenant", () => {
  const many = (name: string): JsonObject[] =>
    Array.from({ length: 500 }, (_, at) => anObject(`${name}-${at}`, "deviceEnrollmentLimitConfiguration"));

  /** Reads collections of 500 objects side by side and answers how many objects were in memory at most. */
  async function mostAtOnce(collections: readonly string[]) {
    const slots = makeObjectSlots(20, makeObjectMemory());
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
      return 0;
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

  it("no more known objects are looked for at once than there are places for, when none is listed any more", async () => {
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
    const reading = { ...aReading("enrollmentLimit", async () => 0), knownIds };
    await observeCollection(depsOf(graph), { types: [reading], siblings, signal });
    expect(most).toBe(20);
    expect(reading.findings.conclude().missing).toEqual(knownIds);
  });
});
