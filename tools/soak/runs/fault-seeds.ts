import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStack } from "../../../local/stack.ts";
import { liveFaultSeed } from "./live-fault-seed.ts";
import { runConcurrently } from "./run-concurrently.ts";

const seedsARound = 200;
// A plan waits most of its time, for retries in the apps and for leases. So many products live one each.
const products = 4;
// All starts come from one person.
const settings = { RATE_LIMIT_PER_SECOND: "10000", RATE_LIMIT_BURST: "100000" };

/** The real stack under 200 seeded fault plans, or `plans` of them, from the round's first on or from another. */
export async function faultSeeds(round: number, plans = seedsARound, from = (round - 1) * seedsARound + 1) {
  const dataDir = await mkdtemp(join(tmpdir(), "soak-faults-"));
  const seeds = Array.from({ length: plans }, (_, index) => from + index).values();
  const contradictions: string[] = [];
  let lived = 0;
  const live = async (product: number, signal: AbortSignal): Promise<void> => {
    await using stack = await startStack({ dataDir: join(dataDir, String(product)), portBase: 0, settings });
    for (const seed of seeds) {
      if (signal.aborted || contradictions.length > 0) return;
      const found = await liveFaultSeed(stack, seed);
      contradictions.push(...found.map((each) => `seed ${seed} (--from ${seed} --kills 1): ${each}`));
      lived += 1;
    }
  };
  const lanes = Array.from({ length: Math.min(products, plans) }, (_, index) => index);
  await runConcurrently(...lanes.map((product) => (signal: AbortSignal) => live(product, signal)));
  if (contradictions.length === 0) await rm(dataDir, { recursive: true, force: true });
  return { did: `${lived} fault plans`, contradictions };
}
