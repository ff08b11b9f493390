import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Stack, startStack } from "../../../local/stack.ts";

// Files of this folder run in one module graph per worker (vitest.config.ts), so they share one stack. The apps end with
// the worker's process.
let stack: Promise<Stack> | undefined;

/** The worker's own stack, started with the first test that asks for it. */
export function sharedStack(): Promise<Stack> {
  stack ??= startStack({ dataDir: mkdtempSync(join(tmpdir(), "tenantpilot-e2e-")), portBase: 0 });
  return stack;
}
