import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import type { GraphClient } from "../../../src/domain/graph/graph-client.ts";
import type { ObservedObject } from "../../../src/domain/graph/observed-object.ts";
import type { Part } from "../../../src/domain/observation/part.ts";
import { toStagingText } from "../../../src/domain/observation/staged-entry.ts";
import { observeReferences } from "../../../src/use-cases/observation/observe-references.ts";
import { makeTypeFindings } from "../../../src/use-cases/observation/type-findings.ts";
import { aClock } from "../../builders/a-clock.ts";
import { aRun } from "../../builders/a-run.ts";
import { anEntry } from "../../builders/an-entry.ts";

const group = contracts.find(({ key }) => key === "group");

/** Observes the groups that two parts name; `existing` says which of them Graph knows. */
async function observe(named: readonly (readonly string[])[], existing: (id: string) => boolean = () => true) {
  if (!group) throw new Error("The registry has groups.");
  const asked: string[][] = [];
  const seen: ObservedObject[] = [];
  const writing = { now: 0, most: 0 };
  const graph: Pick<GraphClient, "byIds"> = {
    byIds: async (_contract, ids) => {
      asked.push([...ids]);
      return ids.filter(existing).map((id) => ({ id, displayName: `Group ${id}`, mail: "secret@example.com" }));
    },
  };
  const stores = {
    parts: { ofAttempt: async () => named.map((_, index) => ({ staging: String(index) }) as Part) },
    staging: {
      read: async (path: string) => toStagingText([{ entry: anEntry(), groupIds: [...(named[Number(path)] ?? [])] }]),
    },
  };
  // Only what is called stands in for the stores and the client.
  const deps = { graph, stores, clock: aClock() } as unknown as Parameters<typeof observeReferences>[0];
  const findings = makeTypeFindings(group, () => undefined);
  const keep = async (object: ObservedObject): Promise<number> => {
    writing.now += 1;
    writing.most = Math.max(writing.most, writing.now);
    await Promise.resolve();
    writing.now -= 1;
    return seen.push(object);
  };
  const type = { contract: group, knownIds: [], keep, findings };
  await observeReferences(deps, aRun(), type, new AbortController().signal);
  return { conclusion: findings.conclude(), asked, seen, writing };
}

describe("objects that others refer to", () => {
  it("objects that others refer to are asked for once each, however many name them", async () => {
    const { asked } = await observe([
      ["b", "a"],
      ["a", "c"],
    ]);
    expect(asked).toEqual([["a", "b", "c"]]);
  });

  it("objects that others refer to are one object when their id is written in two cases", async () => {
    expect((await observe([["ab"], ["AB"]])).asked).toEqual([["AB"]]);
  });

  it("objects that others refer to are not asked for when nothing names any", async () => {
    expect((await observe([[], []])).asked).toEqual([]);
  });

  it("objects that others refer to keep their name and nothing else that Graph told", async () => {
    const { seen } = await observe([["a"]]);
    expect(seen[0]?.payload).toEqual({ "@odata.type": null, id: "a", displayName: "Group a" });
  });

  it("objects that are gone are named in the run that refers to them, and that is no failure", async () => {
    const { seen, conclusion } = await observe([["a", "b"]], (id) => id === "b");
    expect(seen.map(({ id }) => id)).toEqual(["b"]);
    expect(conclusion).toMatchObject({
      typeState: { state: "complete" },
      counts: { failed: 0, gaps: 0 },
      failures: [{ code: "reference_deleted", target: "group/a", count: 1 }],
    });
  });

  it("objects that others refer to are written side by side, but not all at once", async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `group-${index}`);
    const { seen, writing } = await observe([ids]);
    expect(seen).toHaveLength(100);
    expect(writing.most).toBeGreaterThan(10);
    expect(writing.most).toBeLessThan(50);
  });
});
