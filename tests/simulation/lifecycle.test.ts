import { describe, expect, it } from "vitest";
import { simulate } from "./simulate.ts";

const seedsAtOnce = 50;
const batches = 6;

/** What to type to see a failing seed again. */
async function complaintOf(seed: number): Promise<string[]> {
  const { violation } = await simulate(seed);
  return violation ? [`${violation.message}: npm run simulate -- --seeds 1 --from ${seed} --trace`] : [];
}

describe("the lifecycle of runs under crashes, duplicates, lost answers, lost locks, clock jumps and deployments", () => {
  it.each(Array.from({ length: batches }, (_, batch) => batch * seedsAtOnce + 1))(
    "keeps I1, I2, I3, I4, I6, I7 and I8, seeds from %i",
    async (from) => {
      for (let seed = from; seed < from + seedsAtOnce; seed += 1) expect(await complaintOf(seed)).toEqual([]);
    },
  );

  it("lives a seed again exactly", async () => {
    const [once, again] = [await simulate(7), await simulate(7)];
    expect(again.trace).toEqual(once.trace);
    expect(once.trace.length).toBeGreaterThan(100);
  });

  it("P6.5 meets fleets in all their states: children made, joined, held, cancelled, and deaths around each link", async () => {
    const lines = new Set<string>();
    for (let seed = 1; seed <= 200; seed += 1) for (const line of (await simulate(seed)).trace) lines.add(line);
    const all = [...lines].join("\n");
    const events = [
      "links 4 tenants",
      ": active",
      ": succeeded",
      ": partially_succeeded",
      ": held",
      ": cancelled",
      "dies after creates run",
      "worker joins",
    ];
    expect(events.filter((event) => !all.includes(event))).toEqual([]);
  });

  it("meets what it is for: crashes, lost answers, third attempts, abandoned snapshots, cancels, joins", async () => {
    const traces = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) for (const line of (await simulate(seed)).trace) traces.add(line);
    const all = [...traces].join("\n");
    const events = [
      "worker seals",
      "outcome=succeeded",
      "dies after",
      "dies before",
      "answer lost",
      "attempt=3",
      "abandons",
      "outcome=cancelled",
      "(joined)",
      "is lost",
    ];
    expect(events.filter((event) => !all.includes(event))).toEqual([]);
  });

  it("meets deployments of both kinds: what a newer version began waits for it, and ends when it is back", async () => {
    const lines = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) for (const line of (await simulate(seed)).trace) lines.add(line);
    const all = [...lines].join("\n");
    const events = ["deploys 1.0", "deploys 2.0", "dies for 1.0", "waits for version 2.0", "ends after its wait"];
    expect(events.filter((event) => !all.includes(event))).toEqual([]);
  });

  it.each(["None", "Strict"] as const)(
    "pitfall 27: the simulation would find the version strategy %s, in some seed of 100",
    async (versionMatchStrategy) => {
      const rules = { versionMatchStrategy, versionFailureStrategy: "Reject" } as const;
      const found = new Set<string>();
      for (let seed = 1; seed <= 100; seed += 1)
        found.add((await simulate(seed, rules)).violation?.invariant ?? "none");
      expect(found).toContain(versionMatchStrategy === "None" ? "pitfall 27" : "I8");
    },
  );
});
