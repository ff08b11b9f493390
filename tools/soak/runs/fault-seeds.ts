import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStack } from "../../../local/stack.ts";
import { liveFaultSeed } from "./live-fault-seed.ts";

const seedsARound = 200;
// All starts come from one person.
const settings = { RATE_LIMIT_PER_SECOND: "10000", RATE_LIMIT_BURST: "100000" };

/** The real stack under 200 seeded fault plans, one after the other in one product; `seeds` of them when given. */
export async function faultSeeds(round: number, seeds = seedsARound) {
  const dataDir = await mkdtemp(join(tmpdir(), "soak-faults-"));
  await using stack = await startStack({ dataDir, portBase: 0, settings });
  const first = (round - 1) * seedsARound + 1;
  for (let seed = first; seed < first + seeds; seed += 1) {
    const contradictions = await liveFaultSeed(stack, seed);
    if (contradictions.length > 0) {
      return {
        did: `${seed - first + 1} fault plans`,
        contradictions: contradictions.map((each) => `seed ${seed}: ${each}`),
      };
    }
  }
  await rm(dataDir, { recursive: true, force: true });
  return { did: `${seeds} fault plans`, contradictions: [] };
}
