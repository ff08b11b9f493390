import { describe, expect, it } from "vitest";
import { isDeep } from "../depth.ts";
import { type Simulated, simulate } from "./simulate.ts";

const seedsAtOnce = 50;
const batches = isDeep ? 6 : 1;

const lived = new Map<number, Promise<Simulated>>();

/** A seed is lived once for all tests here: it is the same each time. */
function live(seed: number): Promise<Simulated> {
  const life = lived.get(seed) ?? simulate(seed);
  lived.set(seed, life);
  return life;
}

/** What to type to see a failing seed again. */
async function complaintOf(seed: number): Promise<string[]> {
  const { violation } = await live(seed);
  return violation ? [`${violation.message}: npm run simulate -- --seeds 1 --from ${seed} --trace`] : [];
}

/** Those of the events that happen in none of so many seeds; no more are lived than it takes. */
async function neverMet(events: readonly string[], seeds: number): Promise<string[]> {
  let left = [...events];
  for (let seed = 1; seed <= seeds && left.length > 0; seed += 1) {
    const { trace } = await live(seed);
    left = left.filter((event) => !trace.some((line) => line.includes(event)));
  }
  return left;
}

describe("the lifecycle of runs under crashes, duplicates, lost answers, lost locks, clock jumps and deployments", () => {
  it.each(Array.from({ length: batches }, (_, batch) => batch * seedsAtOnce + 1))(
    "keeps I1, I2, I3, I4, I6, I7 and I8, seeds from %i",
    async (from) => {
      for (let seed = from; seed < from + seedsAtOnce; seed += 1) expect(await complaintOf(seed)).toEqual([]);
    },
  );

  it("lives a seed again exactly", async () => {
    const [once, again] = [await live(7), await simulate(7)];
    expect(again.trace).toEqual(once.trace);
    expect(once.trace.length).toBeGreaterThan(100);
  });

  it("P6.5 meets fleets in all their states: children made, joined, held, cancelled, and deaths around each link", async () => {
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
    expect(await neverMet(events, 200)).toEqual([]);
  });

  it("meets what it is for: crashes, lost answers, third attempts, abandoned snapshots, cancels, joins", async () => {
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
    expect(await neverMet(events, 40)).toEqual([]);
  });

  it("meets deployments of both kinds: what a newer version began waits for it, and ends when it is back", async () => {
    const events = ["deploys 1.0", "deploys 2.0", "dies for 1.0", "waits for version 2.0", "ends after its wait"];
    expect(await neverMet(events, 40)).toEqual([]);
  });

  it.each(["None", "Strict"] as const)(
    "pitfall 27: the simulation would find the version strategy %s, in some seed of 100",
    async (versionMatchStrategy) => {
      const rules = { versionMatchStrategy, versionFailureStrategy: "Reject" } as const;
      const wanted = versionMatchStrategy === "None" ? "pitfall 27" : "I8";
      const finds = async (seed: number) => (await simulate(seed, rules)).violation?.invariant === wanted;
      let seed = 1;
      while (seed <= 100 && !(await finds(seed))) seed += 1;
      expect(seed).toBeLessThanOrEqual(100);
    },
  );
});
