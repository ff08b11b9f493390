import { expect, test } from "vitest";
import { demoData } from "./support/demo-data.ts";
import { openPortal } from "./support/open-portal.ts";
import { keepPicture } from "./support/picture.ts";

test("a reader sees each command, and why it is off and which role has the right", async () => {
  const { tenantId } = await demoData();
  await using visit = await openPortal("reader", `/tenants/${tenantId}/operations`);
  const command = visit.page.getByRole("button", { name: "Take snapshot" });
  await expect.poll(() => command.getAttribute("aria-disabled")).toBe("true");
  await command.focus();
  await visit.page.getByRole("tooltip").filter({ hasText: "You lack the right" }).waitFor();
  expect(await visit.page.getByRole("tooltip").textContent()).toMatch(/Roles with it: .*operator/i);
  await command.press("Enter");
  expect(await visit.page.getByText("Snapshot started").count()).toBe(0);
  await keepPicture(visit.page, "operations-reader");
});

test("an outsider is told that a tenant does not exist, or is not theirs, and of no other person's work", async () => {
  const { tenantId } = await demoData();
  await using visit = await openPortal("outsider", `/tenants/${tenantId}/operations`);
  await visit.page.getByText("It does not exist, or you are not a member of its tenant.").first().waitFor();
  await keepPicture(visit.page, "operations-outsider");
  await visit.page.goto(visit.at("/"));
  await visit.page.getByText("You are a member of no tenant").first().waitFor();
  await keepPicture(visit.page, "home-outsider");
});

test("the navigation has the platform's pages for a platform person alone", async () => {
  await using admin = await openPortal("platform-admin");
  await admin.page.getByRole("link", { name: "Platform operations" }).click();
  await admin.page.getByRole("heading", { level: 1, name: "Platform operations" }).waitFor();
  await using owner = await openPortal("owner");
  await owner.page.getByRole("link", { name: "Tenants", exact: true }).first().waitFor();
  expect(await owner.page.getByRole("link", { name: "Platform operations" }).count()).toBe(0);
});
