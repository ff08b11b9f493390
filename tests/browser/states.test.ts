import { expect, test } from "vitest";
import { demoData } from "./support/demo-data.ts";
import { expectClean } from "./support/expect-clean.ts";
import { openPortal, type Visit } from "./support/open-portal.ts";
import { keepPicture } from "./support/picture.ts";

/** The list of runs is answered so until it is let through; nothing else is touched. */
async function answerRuns({ page }: Visit, status: number, code: string): Promise<{ letThrough: () => Promise<void> }> {
  const runs = /\/api\/tenants\/[^/]+\/operations(?:\?|$)/;
  await page.route(runs, (route) =>
    route.fulfill({
      status,
      headers: { "retry-after": "1", "content-type": "application/problem+json" },
      json: { type: "about:blank", title: code, status, code, detail: code, correlationId: "01JTEST" },
    }),
  );
  return { letThrough: () => page.unroute(runs) };
}

/** Lets the page's clock run on until something holds, so that nobody waits as long as the portal does before it asks again. */
async function runUntil({ page }: Visit, isSo: () => Promise<boolean>): Promise<void> {
  const look = async (): Promise<boolean> => {
    await page.clock.runFor(1_000);
    return isSo();
  };
  await expect.poll(look).toBe(true);
}

const aRun = (visit: Visit) => visit.page.getByRole("link", { name: "Snapshot", exact: true }).first();

test("a service that is not ready is said so, asked again, and shown as soon as it answers", async () => {
  const { tenantId } = await demoData();
  await using visit = await openPortal("owner", "/about");
  const { letThrough } = await answerRuns(visit, 503, "not_ready");
  await visit.page.clock.install();
  await visit.page.goto(visit.at(`/tenants/${tenantId}/operations`));
  const notReady = visit.page.getByText("The service is not ready");
  await runUntil(visit, async () => (await notReady.count()) > 0);
  await keepPicture(visit.page, "operations-not-ready");
  await letThrough();
  await runUntil(visit, async () => (await aRun(visit).isVisible()) && (await notReady.count()) === 0);
});

test("who is slowed down keeps what was shown, is told, and sees new data afterwards without a click", async () => {
  const { tenantId } = await demoData();
  await using visit = await openPortal("owner", "/about");
  await visit.page.clock.install();
  await visit.page.goto(visit.at(`/tenants/${tenantId}/operations`));
  await aRun(visit).waitFor();
  const { letThrough } = await answerRuns(visit, 429, "rate_limited");
  await visit.page.getByRole("button", { name: "Refresh" }).click();
  const slowedDown = visit.page.getByText("Slowed down");
  await runUntil(visit, async () => (await slowedDown.count()) > 0);
  expect(await aRun(visit).isVisible()).toBe(true);
  await keepPicture(visit.page, "operations-slowed-down");
  await letThrough();
  await runUntil(visit, async () => (await slowedDown.count()) === 0);
});

test("offline a bar says so, data stays and starts nothing; back online it goes away by itself", async () => {
  const { tenantId } = await demoData();
  await using visit = await openPortal("owner", `/tenants/${tenantId}/operations`);
  await aRun(visit).waitFor();
  await visit.context.setOffline(true);
  await visit.page.getByRole("button", { name: "Refresh" }).click();
  await visit.page.getByText("You are offline").filter({ visible: true }).first().waitFor();
  expect(await aRun(visit).isVisible()).toBe(true);
  await keepPicture(visit.page, "operations-offline");
  await visit.context.setOffline(false);
  await expect.poll(() => visit.page.getByText("You are offline").count()).toBe(0);
});

test("filters that nothing fits are told apart from a tenant without runs, and Clear brings all back", async () => {
  const { tenantId } = await demoData();
  await using visit = await openPortal("owner", `/tenants/${tenantId}/operations?text=nothing-is-called-so`);
  await visit.page.getByText("No match").waitFor();
  await keepPicture(visit.page, "operations-no-match");
  await visit.page.getByRole("main").getByRole("button", { name: "Clear filters" }).last().click();
  await aRun(visit).waitFor();
});

test("an address that leads nowhere says so within the frame", async () => {
  await using visit = await openPortal("owner", "/no/such/page");
  await visit.page.getByRole("heading", { level: 1, name: "There is no such page" }).waitFor();
  await visit.page.getByRole("link", { name: "Home" }).click();
  await visit.page.getByRole("heading", { level: 1, name: "Home" }).waitFor();
});

test("every command and row stays visible with colours of the person's own, and axe finds nothing", async () => {
  const { tenantId } = await demoData();
  await using visit = await openPortal("owner", `/tenants/${tenantId}/operations`, { forcedColors: "active" });
  const { page } = visit;
  await page.locator("[data-row]").first().getByRole("link").waitFor();
  expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
  await keepPicture(page, "operations-forced-colours");
  await expectClean(visit);
});
