import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { type Stack, type StackOptions, startStack } from "../../../local/stack.ts";

/** Enough for a demo tenant to be in its middle for seconds. */
export const slowGraphMs = 150;

/** The successor of a killed worker waits for its leases; then it reads what is left. */
export const recoveryMs = 300_000;

// Of the product 15 s (config/limits.ts); shorter here, and tests/e2e/crash-of-all.test.ts waits as long as the product does.
const shortLeases = { RUN_LEASE_MS: "5000" };

/** A stack whose apps a test kills, with its data in a folder of its own below `root`. */
export function crashingStack(root: string, options: Partial<StackOptions> = {}): Promise<Stack> {
  const dataDir = mkdtempSync(join(root, "data-"));
  return startStack({ dataDir, portBase: 0, settings: shortLeases, ...options });
}
