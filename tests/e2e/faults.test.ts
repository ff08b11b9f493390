import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type Stack, startStack } from "../../local/stack.ts";
import { liveFaultSeed } from "../../tools/soak/runs/live-fault-seed.ts";

// Two that are short: no run of them has to be taken up by the reconciler. `npm run soak -- --only faults` lives 200, these
// among them.
const seeds = [8, 15];

let stack: Stack;

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "tenantpilot-faults-"));
  stack = await startStack({ dataDir, portBase: 0 });
  return async () => {
    await stack.close();
    await rm(dataDir, { recursive: true, force: true });
  };
});

test.each(seeds)("I1 I3 I4 I7 I8 hold on the running product under the fault plan of seed %i", async (seed) => {
  expect(await liveFaultSeed(stack, seed)).toEqual([]);
});
