import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { repository } from "../../../local/stack/app-folder.ts";
import { builtPortal } from "../../../local/stack/portal-files.ts";
import { preparePortal } from "../../../local/stack/prepare-portal.ts";
import { type Stack, startStack } from "../../../local/stack.ts";
import { launchBrowser } from "../../../tools/portal/launch-browser.ts";

export type Portal = { readonly stack: Stack; readonly browser: Browser };

// The files of this folder run in one worker and one module graph (vitest.config.ts), so all share one stack and one
// browser. Both end with the worker's process.
let portal: Promise<Portal> | undefined;

// Tests call faster than people do; the limit itself has tests without a browser.
const settings = { RATE_LIMIT_PER_SECOND: "10000", RATE_LIMIT_BURST: "100000" };

/** The running product with its portal, and a browser; started with the first test that asks for them. */
export function sharedPortal(): Promise<Portal> {
  portal ??= start();
  return portal;
}

async function start(): Promise<Portal> {
  const dataDir = mkdtempSync(join(tmpdir(), "tenantpilot-browser-"));
  const [stack, browser] = await Promise.all([
    startStack({ dataDir, portBase: 0, settings }),
    launchBrowser(),
    preparePortal({ repository, to: builtPortal }),
  ]);
  return { stack, browser };
}
