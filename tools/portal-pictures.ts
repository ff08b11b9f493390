// npm run portal:pictures: the pictures of the README, of the running portal with demo data, in docs/pictures/.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { repository } from "../local/stack/app-folder.ts";
import { builtPortal } from "../local/stack/portal-files.ts";
import { preparePortal } from "../local/stack/prepare-portal.ts";
import { type Stack, startStack } from "../local/stack.ts";
import { launchBrowser, sameEverywhere } from "./portal/launch-browser.ts";
import { pickPerson } from "./portal/pick-person.ts";

const folder = join(repository, "docs", "pictures");
const viewport = { width: 1200, height: 720 };
const longestRunMs = 120_000;

const pages = [
  { name: "tenant", path: "", colorScheme: "light" },
  { name: "inventory", path: "/inventory?text=Pilot", colorScheme: "light" },
  { name: "operations", path: "/operations", colorScheme: "light" },
  { name: "snapshots", path: "/snapshots", colorScheme: "dark" },
] as const;

/** Takes a snapshot as a person would, and waits until its run has ended. */
async function takeSnapshot(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Take snapshot" }).click();
  await page.getByRole("link", { name: "View run" }).click();
  await page.getByText("Succeeded").first().waitFor({ timeout: longestRunMs });
}

async function picture(browser: Browser, stack: Stack, { name, path, colorScheme }: (typeof pages)[number]) {
  const context = await browser.newContext({ ...sameEverywhere, viewport, colorScheme });
  const page = await context.newPage();
  await pickPerson(page, new URL(`/tenants/${stack.ready.tenants[0]?.id}${path}`, stack.ready.portal).href, "owner");
  await page.waitForLoadState("networkidle");
  const { length } = await page.screenshot({ path: join(folder, `${name}.png`) });
  process.stdout.write(`docs/pictures/${name}.png: ${length} bytes\n`);
  await context.close();
}

const dataDir = await mkdtemp(join(tmpdir(), "tenantpilot-pictures-"));
await mkdir(folder, { recursive: true });
await preparePortal({ repository, to: builtPortal });
const stack = await startStack({ dataDir, portBase: 0 });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ ...sameEverywhere, viewport });
  await pickPerson(
    page,
    new URL(`/tenants/${stack.ready.tenants[0]?.id}/operations`, stack.ready.portal).href,
    "owner",
  );
  await takeSnapshot(page);
  for (const each of pages) await picture(browser, stack, each);
} finally {
  await browser.close();
  await stack[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit();
