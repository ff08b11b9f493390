import { fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { InventoryPage } from "../../../web/src/pages/inventory/inventory-page.tsx";
import { parseInventorySearch } from "../../../web/src/pages/inventory/search.ts";
import { aRefusal } from "../api/support/an-api.tsx";
import { settingsCatalog } from "./support/a-snapshot.ts";
import { anOwner, showPage } from "./support/show-page.tsx";

afterEach(() => vi.restoreAllMocks());

const page = { path: "/tenants/$tenantId/inventory", parse: parseInventorySearch, component: InventoryPage };

const gone = {
  type: "settingsCatalog",
  id: "1",
  name: "Baseline",
  platform: "windows10",
  lastModified: null,
  state: "missing",
  meta: {},
  configurationHash: "b".repeat(64),
  firstSeenAt: "2026-10-01T08:00:00.000Z",
  lastSeenAt: "2026-11-12T08:00:00.000Z",
};

const withheld = {
  ...settingsCatalog,
  type: "biosPassword",
  name: "BIOS password",
  inventory: false,
  reasons: ["Never read."],
};

const answers = {
  getTenant: () => ({ id: "t", name: "Fernhollow" }),
  getTenantCapabilities: () => ({ items: [settingsCatalog, withheld], nextPage: null }),
  getTenantSummary: () => ({ asOf: "2026-11-30T11:00:00.000Z", active: [] }),
};

it("a missing object says when it was seen last, and its type in words", async () => {
  const { asked } = showPage(page, "/tenants/t/inventory?state=missing", {
    ...answers,
    listInventory: () => ({ items: [gone], nextPage: null, total: 1 }),
  });
  await screen.findByText("Missing, last seen 12 Nov 2026");
  await screen.findByText("Settings catalog policy");
  screen.getByText("Windows 10 and later");
  const [first] = asked.filter(({ id }) => id === "listInventory");
  expect(first?.query).toMatchObject({ state: "missing", limit: 50 });
});

it("types that the list cannot hold are named below it, with the reason", async () => {
  showPage(page, "/tenants/t/inventory", answers);
  await screen.findByText("BIOS password: Never read.");
});

it("an inventory that was never read offers a sync, which starts once", async () => {
  const { asked } = showPage(page, "/tenants/t/inventory", {
    ...answers,
    getTenantSummary: () => ({ asOf: null, active: [] }),
    syncInventory: () => ({ type: "inventory.sync", reused: false, viewUrl: "/tenants/t/operations/r" }),
  });
  await screen.findByText("Nothing has been read yet");
  const [, sync] = screen.getAllByRole("button", { name: "Sync" });
  fireEvent.click(sync ?? document.body);
  await screen.findByText("Inventory sync started");
  expect(asked.filter(({ id }) => id === "syncInventory")).toHaveLength(1);
});

it("who may not sync sees the command, off", async () => {
  showPage(page, "/tenants/t/inventory", { ...answers, getMe: () => anOwner([]) });
  await vi.waitFor(() => {
    const [sync] = screen.getAllByRole("button", { name: "Sync" });
    expect(sync?.getAttribute("aria-disabled")).toBe("true");
  });
});

it("who may not see the inventory is told which right is missing", async () => {
  showPage(page, "/tenants/t/inventory", {
    ...answers,
    listInventory: () => {
      throw aRefusal(403);
    },
  });
  await screen.findByText("You may not see this");
});
