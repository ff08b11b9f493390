import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoTenants } from "../../../local/seeds/demo-tenants.ts";
import { secretsTold } from "../../../tools/stack/secrets-told.ts";
import { startWatchedStack, type WatchedStack } from "../../../tools/stack/start-watched-stack.ts";

// Files of this folder run in one module graph per worker (vitest.config.ts), so they share one stack. The apps end with
// the worker's process.
let stack: Promise<WatchedStack> | undefined;

// All tests call as the same few demo users, faster than people do; the limit has a stack of its own.
// Tests add tenants without names of settings: the first demo tenant has them.
const settings = {
  RATE_LIMIT_PER_SECOND: "10000",
  RATE_LIMIT_BURST: "100000",
  DEFINITIONS_TENANT: demoTenants[0].id,
};

/** The worker's own stack, started with the first test that asks for it. */
export function sharedStack(): Promise<WatchedStack> {
  stack ??= startWatchedStack({ dataDir: mkdtempSync(join(tmpdir(), "tenantpilot-e2e-")), portBase: 0, settings });
  return stack;
}

/** Secrets that the stack keeps or tells where none may be; none when no test has asked for a stack yet. */
export async function secretsOfSharedStack(): Promise<string[]> {
  if (!stack) return [];
  const { dataDir, servers, told } = await stack;
  const telemetry = told.telemetry.envelopes().map((each) => JSON.stringify(each));
  return secretsTold({ dataDir, blobs: servers.blobs, told: { log: told.log, messages: told.messages, telemetry } });
}
