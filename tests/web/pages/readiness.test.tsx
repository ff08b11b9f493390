import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { parseTenantSearch } from "../../../web/src/pages/tenant/search.ts";
import { TenantPage } from "../../../web/src/pages/tenant/tenant-page.tsx";
import { aReadiness, neverChecked } from "./support/a-readiness.ts";
import { aSummary } from "./support/a-tenant.ts";
import { anOwner, showPage } from "./support/show-page.tsx";

const page = { path: "/tenants/$tenantId", parse: parseTenantSearch, component: TenantPage };
const address = "/tenants/t?tab=readiness";
const known = {
  getTenant: () => aSummary().tenant,
  getCapabilities: () => ({ items: [{ type: "termsOfUse", name: "Terms of use" }] }),
};

it("P5.3 what is missing stands before what is too much and what is granted, each with what it serves", async () => {
  const { asked } = showPage(page, address, { ...known, getReadiness: () => aReadiness() });
  await screen.findByText("Terms of use");
  const rows = screen.getAllByRole("row").map(({ textContent }) => textContent);
  const ofPermissions = rows.filter((text) => /^\w+\.(Read|ReadWrite)/.test(text));
  expect(ofPermissions).toEqual([
    "Agreement.Read.AllMissingTerms of use",
    "Mail.ReadWriteIn excessTenantPilot does not use it",
    "Directory.Read.AllGrantedSubscriptions",
  ]);
  screen.getByText("More is granted than TenantPilot needs.");
  // P6.11: the page shows what a run found, and asks for nothing else.
  expect(asked.map(({ id }) => id)).not.toContain("getTenantSummary");
});

it("what a check could not read is unknown, with why, and neither well nor missing", async () => {
  showPage(page, address, { ...known, getReadiness: () => aReadiness() });
  await screen.findByText("The subscriptions could not be read:");
  screen.getByRole("row", { name: "Microsoft Intune Unknown" });
  screen.getByRole("row", { name: "Directory Unknown A permission is missing" });
  screen.getByText(/Only a restore needs it/);
});

it("P6.8 a tenant that was never checked offers the check, which claims nothing before it has ended", async () => {
  let running: string | null = null;
  showPage(page, address, {
    ...known,
    getMe: () => anOwner(["tenant.verify"]),
    getReadiness: () => ({ ...neverChecked(), running }),
    verifyTenant: () => {
      running = "r2";
      return { type: "tenant.verify", reused: false, viewUrl: "/tenants/t/operations/r2" };
    },
  });
  await screen.findByText("Never checked");
  fireEvent.click(screen.getAllByRole("button", { name: "Check tenant" })[1] ?? document.body);
  await screen.findByText("Check of the tenant started");
  const link = (await screen.findByText("The first check is on its way")).closest("div")?.parentElement;
  expect(link?.querySelector("a")?.getAttribute("href")).toBe("/tenants/t/operations/r2");
});

it("P5.3 who may not check a tenant is told which role may", async () => {
  showPage(page, address, { ...known, getMe: () => anOwner([]), getReadiness: neverChecked });
  const fill = await screen.findByTitle(/Roles with it: Manager and Owner/);
  expect(fill.getAttribute("aria-disabled")).toBe("true");
});
