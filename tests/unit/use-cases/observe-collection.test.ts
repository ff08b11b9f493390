import { describe, expect, it } from "vitest";
import { Fault } from "../../../src/domain/error/fault.ts";
import type { JsonObject, ObservedObject } from "../../../src/domain/observation/observed-object.ts";
import { observeCollection } from "../../../src/use-cases/observe-collection.ts";
import { aClock } from "../../builders/a-clock.ts";
import { contractOf, type FakeGraphOptions, type FakeObject, fakeGraph, refused } from "./fake-graph.ts";

const setting = { id: "0" };

function aPolicy(id: string, more: JsonObject = {}, parts: Partial<FakeObject> = {}): FakeObject {
  return { body: { id, name: `Policy ${id}`, settingCount: 1, ...more }, settings: () => [setting], ...parts };
}

async function observe(
  graphOptions: FakeGraphOptions,
  {
    knownIds = [],
    type = "settingsCatalog",
    onObject,
  }: { knownIds?: string[]; type?: string; onObject?: (object: ObservedObject) => void } = {},
) {
  const graph = fakeGraph(graphOptions);
  const seen: ObservedObject[] = [];
  const counts = { listed: 0, failed: 0 };
  const contract = contractOf(type);
  const request = {
    contract,
    knownIds,
    signal: new AbortController().signal,
    onListed: (count: number) => {
      counts.listed = count;
    },
    onFailed: () => {
      counts.failed += 1;
    },
    onObject: async (object: ObservedObject) => {
      onObject?.(object);
      seen.push(object);
    },
  };
  const [observation] = await observeCollection({ graph, clock: aClock() }, [request], [contract]);
  return { observation, graph, counts, seen, ids: seen.map(({ id }) => id).sort() };
}

const onePage = (...objects: FakeObject[]): FakeGraphOptions => ({ pages: () => [objects] });
const complete = { state: "complete" };

describe("observing a type", () => {
  it("gives every object whole: body, children and assignments under Graph's names (pitfall 10)", async () => {
    const groupId = "33333333-2222-4333-8444-555555555555";
    const assignment = { id: "a", target: { "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId } };
    const { seen, observation } = await observe(onePage(aPolicy("1", {}, { assignments: () => [assignment] })));
    expect(observation).toEqual({ typeState: complete, failures: [], missing: [] });
    expect(seen[0]?.payload).toMatchObject({ id: "1", settings: [setting], assignments: [assignment] });
    expect(seen[0]?.groupIds).toEqual([groupId]);
  });

  it("of an empty list is complete", async () => {
    expect((await observe(onePage())).observation).toEqual({ typeState: complete, failures: [], missing: [] });
  });

  it("takes an object on two pages once, because the list moved", async () => {
    const { ids, counts } = await observe({
      pages: () => [
        [aPolicy("1"), aPolicy("2")],
        [aPolicy("2"), aPolicy("3")],
      ],
    });
    expect(ids).toEqual(["1", "2", "3"]);
    expect(counts.listed).toBe(3);
  });
});

describe("one bad object", () => {
  it("does not lose the others, and is named (pitfall 6, pitfall 7)", async () => {
    const bad = aPolicy("bad", {}, { settings: () => refused("graph_forbidden") });
    const { ids, observation, counts } = await observe(onePage(aPolicy("1"), bad, aPolicy("2")));
    expect(ids).toEqual(["1", "2"]);
    expect(counts.failed).toBe(1);
    expect(observation?.typeState).toMatchObject({ state: "incomplete", code: "graph_forbidden" });
    expect(observation?.failures).toMatchObject([{ code: "graph_forbidden", target: "settingsCatalog/bad", count: 1 }]);
  });

  it("without an id does not lose the others", async () => {
    const { ids, observation } = await observe(onePage({ body: { name: "nameless" } }, aPolicy("1")));
    expect(ids).toEqual(["1"]);
    expect(observation?.typeState).toMatchObject({ state: "incomplete", code: "graph_bad_response" });
  });

  it("that our side refuses as no JSON of Graph does not lose the others", async () => {
    const refuse = ({ id }: ObservedObject): void => {
      if (id === "bad") throw new Fault("graph_bad_response", "It has no canonical form.");
    };
    const { ids, observation } = await observe(onePage(aPolicy("1"), aPolicy("bad")), { onObject: refuse });
    expect(ids).toEqual(["1"]);
    expect(observation?.failures).toMatchObject([{ code: "graph_bad_response", target: "settingsCatalog/bad" }]);
  });

  it("among thousands of bad ones is counted when it is not named, so that the run stays small", async () => {
    const many = Array.from({ length: 100 }, (_, position) =>
      aPolicy(`p${position}`, {}, { settings: () => refused("graph_forbidden") }),
    );
    const { observation } = await observe(onePage(...many));
    expect(observation?.failures.length).toBeLessThan(30);
    expect(observation?.failures.reduce((sum, { count }) => sum + count, 0)).toBe(100);
  });
});

describe("a list that breaks", () => {
  const broken = (code: Parameters<typeof refused>[0]): FakeGraphOptions => ({
    pages: function* () {
      yield [aPolicy("1")];
      refused(code);
    },
    get: () => undefined,
  });

  it("makes nothing missing, whatever a single GET would say (pitfall 1)", async () => {
    const { observation, graph, ids } = await observe(broken("graph_unavailable"), { knownIds: ["gone"] });
    expect(observation).toMatchObject({ typeState: { state: "incomplete", code: "graph_unavailable" }, missing: [] });
    expect(ids).toEqual(["1"]);
    expect(graph.asked).not.toContain("get gone");
  });

  it("for want of a licence that the contract names is not licensed: no failure, nothing missing (pitfall 37)", async () => {
    const options = { knownIds: ["gone"], type: "conditionalAccessPolicy" };
    const { observation } = await observe(broken("not_licensed"), options);
    expect(observation).toMatchObject({ typeState: { state: "not_licensed" }, missing: [] });
  });

  it("for want of a licence that no contract knows of is a gap", async () => {
    const { observation } = await observe(broken("not_licensed"));
    expect(observation?.typeState).toMatchObject({ state: "incomplete", code: "graph_forbidden" });
  });

  it("for want of consent stops the whole run, once", async () => {
    await expect(observe(broken("graph_consent_missing"))).rejects.toMatchObject({ code: "graph_consent_missing" });
  });
});

describe("a known object that the list leaves out", () => {
  const list = [aPolicy("1")];

  it("is missing when Graph says 404 about it", async () => {
    const { observation } = await observe({ pages: () => [list], get: () => undefined }, { knownIds: ["1", "gone"] });
    expect(observation?.missing).toEqual(["gone"]);
    expect(observation?.typeState).toEqual(complete);
  });

  it("is read like the others when Graph still has it", async () => {
    const { body } = aPolicy("late", { settingCount: 0 });
    const { observation, ids } = await observe({ pages: () => [list], get: () => body }, { knownIds: ["late"] });
    expect(observation?.missing).toEqual([]);
    expect(ids).toEqual(["1", "late"]);
  });

  it("is not missing when Graph does not say (pitfall 1)", async () => {
    const { observation } = await observe(
      { pages: () => [list], get: () => refused("graph_unavailable") },
      { knownIds: ["gone"] },
    );
    expect(observation?.missing).toEqual([]);
    expect(observation?.typeState).toMatchObject({ state: "incomplete", code: "graph_unavailable" });
  });

  it("is not asked for when it is listed", async () => {
    const { graph } = await observe(onePage(aPolicy("1")), { knownIds: ["1"] });
    expect(graph.asked).not.toContain("get 1");
  });
});

describe("an object in doubt", () => {
  it("whose settings do not match its count is read again (pitfall 3)", async () => {
    const answers = [[], [setting]];
    const { seen, graph } = await observe(onePage(aPolicy("1", {}, { settings: () => answers.shift() ?? [setting] })));
    expect(seen[0]?.payload["settings"]).toEqual([setting]);
    expect(graph.asked).toContain("get 1");
  });

  it("whose settings never match its count is graph_count_mismatch, and not stored (pitfall 3)", async () => {
    const { ids, observation } = await observe(onePage(aPolicy("1", { settingCount: 300 })));
    expect(ids).toEqual([]);
    expect(observation?.failures).toMatchObject([{ code: "graph_count_mismatch", target: "settingsCatalog/1" }]);
  });

  it("that says it is assigned and shows no assignments is not stored (pitfall 10)", async () => {
    const { ids, observation } = await observe(onePage(aPolicy("1", { isAssigned: true })));
    expect(ids).toEqual([]);
    expect(observation?.failures).toMatchObject([{ code: "graph_count_mismatch" }]);
  });

  it("that somebody edits is read until it holds still", async () => {
    const times = ["10:01", "10:02", "10:02"];
    const get = () => aPolicy("1", { lastModifiedDateTime: times.shift() ?? "10:02" }).body;
    const listed = aPolicy("1", { lastModifiedDateTime: "10:00", settingCount: 2 });
    const { seen } = await observe({ pages: () => [[listed]], get });
    expect(seen[0]?.lastModified).toBe("10:02");
  });

  it("that never holds still is object_changed, and not stored", async () => {
    let minute = 0;
    const get = () => {
      minute += 1;
      return aPolicy("1", { lastModifiedDateTime: `10:${minute}` }).body;
    };
    const { ids, observation } = await observe({ pages: () => [[aPolicy("1", { settingCount: 2 })]], get });
    expect(ids).toEqual([]);
    expect(observation?.failures).toMatchObject([{ code: "object_changed" }]);
  });

  it("that is gone when it is read again is neither read nor failed", async () => {
    const listed = aPolicy("1", { settingCount: 2 });
    const { ids, observation } = await observe({ pages: () => [[listed]], get: () => undefined });
    expect(ids).toEqual([]);
    expect(observation?.typeState).toEqual(complete);
  });
});

describe("trouble of our own", () => {
  it("stops the run instead of being counted as a bad object", async () => {
    for (const error of [new Fault("store_unavailable", "The database did not answer."), new Error("a bug")]) {
      const broken = (): never => {
        throw error;
      };
      await expect(observe(onePage(aPolicy("1")), { onObject: broken })).rejects.toBe(error);
    }
  });
});
