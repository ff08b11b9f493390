import { fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { parseTenantSearch } from "../../../web/src/pages/tenant/search.ts";
import { TenantPage } from "../../../web/src/pages/tenant/tenant-page.tsx";
import { aRefusal } from "../api/support/an-api.tsx";
import { aSummary } from "./support/a-tenant.ts";
import { showPage } from "./support/show-page.tsx";

afterEach(() => vi.restoreAllMocks());

const tenant = { path: "/tenants/$tenantId", parse: parseTenantSearch, component: TenantPage };

it("each number leads to what it counted, and types stand by their names", async () => {
  const objects = [{ type: "settingsCatalog", present: 7 }];
  showPage(tenant, "/tenants/t", {
    getTenantSummary: () => aSummary({ objects, asOf: "2026-11-30T10:00:00.000Z" }),
    getTenantCapabilities: () => ({ items: [{ type: "settingsCatalog", name: "Settings catalog policy" }] }),
  });
  const type = await screen.findByRole("link", { name: "Settings catalog policy" });
  expect(type.getAttribute("href")).toBe("/tenants/t/inventory?type=settingsCatalog&state=present");
  const all = screen.getByRole("link", { name: "7 Objects in the inventory" });
  expect(all.getAttribute("href")).toBe("/tenants/t/inventory?state=present");
});

it("a tenant that was never read offers the one command that fills it (S9)", async () => {
  showPage(tenant, "/tenants/t", {
    getTenantSummary: () => aSummary(),
    syncInventory: () => ({ type: "inventory.sync", reused: false, viewUrl: "/tenants/t/operations/r" }),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Sync now" }));
  await screen.findByText("Inventory sync started");
});

it("a tenant that is not there, or is not one's own, says both", async () => {
  const refuse = () => {
    throw aRefusal(404);
  };
  showPage(tenant, "/tenants/x", { getTenant: refuse, getTenantSummary: refuse });
  await screen.findByText(/does not exist, or you are not a member/);
});
