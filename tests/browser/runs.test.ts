import { afterEach, expect, test } from "vitest";
import { graphReadApp } from "../../local/stack/identities.ts";
import { clientOf } from "../e2e/support/client.ts";
import { fleetEnded, startFleet } from "../e2e/support/fleet.ts";
import { aPolicy, aTenant, policies, slowPolicies } from "../e2e/support/tenant.ts";
import { openPortal } from "./support/open-portal.ts";
import { keepPicture } from "./support/picture.ts";
import { sharedPortal } from "./support/portal.ts";

afterEach(async () => (await sharedPortal()).stack.servers.graph.control.setFaults({}));

test("S9: a snapshot from the click to its toast, its run and its objects; success is claimed at its end alone", async () => {
  const { stack } = await sharedPortal();
  const tenant = await aTenant(stack, "From click to objects");
  tenant.put(policies, [aPolicy("Windows baseline")]);
  await using visit = await openPortal("operator", `/tenants/${tenant.id}/operations`);
  const { page } = visit;
  await page.getByRole("button", { name: "Take snapshot" }).click();
  // Not the live region, which says the same for a moment.
  await page.locator(".fui-ToastTitle", { hasText: "Snapshot started" }).waitFor();
  await keepPicture(page, "operations-started");
  await page.getByRole("link", { name: "View run" }).click();
  await page.getByRole("heading", { level: 1, name: "Snapshot" }).waitFor();
  await page.getByRole("main").getByText("Succeeded", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Open snapshot" }).click();
  await page.getByText("Windows baseline").first().waitFor();
  expect(page.url()).toContain(`/tenants/${tenant.id}/snapshots/`);
  expect(visit.complaints()).toEqual([]);
});

test("P4: a run that is cancelled says what stays, and ends as cancelled", async () => {
  const { stack } = await sharedPortal();
  const tenant = await aTenant(stack, "Cancelled in its middle");
  tenant.put(policies, [aPolicy("Windows baseline")]);
  stack.servers.graph.control.setFaults(slowPolicies);
  await using visit = await openPortal("operator", `/tenants/${tenant.id}/operations`);
  const { page } = visit;
  await page.getByRole("button", { name: "Take snapshot" }).click();
  await page.getByRole("link", { name: "View run" }).click();
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByText("The work at hand is finished first.").waitFor();
  await keepPicture(page, "run-cancel");
  await dialog.getByRole("button", { name: "Cancel the operation" }).click();
  await expect.poll(() => dialog.count()).toBe(0);
  stack.servers.graph.control.setFaults({});
  await page.getByRole("main").getByText("Cancelled", { exact: true }).first().waitFor({ timeout: 60_000 });
  await keepPicture(page, "run-cancelled");
  expect(visit.complaints()).toEqual([]);
});

test("a platform run with a failed tenant is retried for that tenant alone", async () => {
  const { stack } = await sharedPortal();
  const [good, bad] = await Promise.all([aTenant(stack, "Reached"), aTenant(stack, "Not reached")]);
  for (const tenant of [good, bad]) tenant.put(policies, [aPolicy("Windows baseline")]);
  await stack.servers.entra.control.setConsent(bad.id, graphReadApp.clientId, false);
  const admin = await clientOf(stack, "platform-admin");
  const fleetId = await startFleet(admin, [good.id, bad.id]);
  await fleetEnded(admin, fleetId);
  await using visit = await openPortal("platform-admin", `/platform/operations/${fleetId}`);
  const { page } = visit;
  await page.getByText("Not reached").first().waitFor();
  await keepPicture(page, "platform-run-failed");
  await stack.servers.entra.control.setConsent(bad.id, graphReadApp.clientId, true);
  await page.getByRole("button", { name: "Retry failed" }).click();
  await page.getByRole("link", { name: "View run" }).click();
  await page.getByRole("main").getByText("Succeeded", { exact: true }).first().waitFor({ timeout: 60_000 });
  expect(page.url()).not.toContain(fleetId);
  expect(await page.getByText("Not reached").count()).toBeGreaterThan(0);
  expect(await page.getByRole("main").getByText("Reached", { exact: true }).count()).toBe(0);
  expect(visit.complaints()).toEqual([]);
});
