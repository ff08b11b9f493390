import { fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import type { Change, ComparedObject } from "../../../web/src/api/operations.ts";
import { ComparePage } from "../../../web/src/pages/compare/compare-page.tsx";
import { parseCompareSearch } from "../../../web/src/pages/compare/search.ts";
import { aRefusal } from "../api/support/an-api.tsx";
import { aSnapshot, settingsCatalog } from "./support/a-snapshot.ts";
import { showPage } from "./support/show-page.tsx";

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

const page = { path: "/tenants/$tenantId/compare", parse: parseCompareSearch, component: ComparePage };

const row: ComparedObject = {
  type: "settingsCatalog",
  id: "1",
  otherId: null,
  name: "Baseline",
  otherName: null,
  change: "changed",
  reason: null,
  areas: ["settings"],
  counts: { added: 0, removed: 0, changed: 1, moved: 0, appeared: 0, secret: 0 },
  detail: "whole",
  leftHash: "a".repeat(64),
  rightHash: "b".repeat(64),
  risk: "medium",
};

const change: Change = {
  kind: "changed",
  area: "settings",
  path: ["Firewall", "Enabled"],
  place: "/settings/firewall/value",
  from: null,
  definitionId: "firewall",
  before: "on",
  after: "off",
};

const counts = { added: 0, removed: 0, changed: 1, unchanged: 14, incomparable: 0, ambiguous: 0 };

const comparison = {
  items: [row],
  nextPage: null,
  counts,
  byType: [{ type: "settingsCatalog", name: "Settings catalog policy", counts, reason: null }],
  appeared: [],
  exact: true,
};

const gap = { type: "settingsCatalog", code: "graph_forbidden", message: "" } as const;
const [newer, older] = [aSnapshot({ id: "s2" }), aSnapshot({ id: "s1" })];

const answers = {
  getTenantCapabilities: () => ({ items: [settingsCatalog], nextPage: null }),
  listSnapshots: () => ({ items: [newer, older], nextPage: null }),
  diffSnapshot: () => comparison,
  diffObject: () => ({ object: row, changes: [change], next: null }),
  compareTenants: () => comparison,
};

it("without sides in its address the page compares the newest snapshot with the one before it", async () => {
  const { asked } = showPage(page, "/tenants/t/compare", answers);
  await screen.findByRole("link", { name: "Baseline" });
  await screen.findByRole("button", { name: "1 Changed" });
  const [first] = asked.filter(({ id }) => id === "diffSnapshot");
  expect(first?.query).toMatchObject({ against: "s2" });
});

it("an object shows what a setting was and is; n leads to its change, and that it was viewed stays in the tab", async () => {
  showPage(page, "/tenants/t/compare?left=s1&right=s2&open=settingsCatalog%2F1", answers);
  await screen.findByText("Enabled");
  screen.getByText("on");
  screen.getByText("off");
  fireEvent.keyDown(document.body, { key: "n" });
  await vi.waitFor(() => expect(document.activeElement?.id).toMatch(/^change-[0-9a-f]{8}$/));
  fireEvent.click(screen.getByLabelText("Viewed"));
  expect(sessionStorage.getItem("viewed")).toContain("settingsCatalog/1");
});

it("a gap of one side is said before what differs, and nothing that differs is said as such", async () => {
  showPage(page, "/tenants/t/compare?left=s1&right=s2", {
    ...answers,
    listSnapshots: () => ({ items: [aSnapshot({ id: "s2", gaps: [gap] }), older], nextPage: null }),
    diffSnapshot: () => ({ ...comparison, items: [], counts: { ...counts, changed: 0 } }),
  });
  await screen.findByText("Nothing differs in what both sides hold");
  screen.getByText("Not compared: Settings catalog policy, A permission is missing (After)");
});

it("a side of another tenant is asked of both tenants, each named", async () => {
  const { asked } = showPage(page, "/tenants/t/compare?left=o%2Fs1&right=s2", answers);
  await screen.findByRole("link", { name: "Baseline" });
  const [first] = asked.filter(({ id }) => id === "compareTenants");
  expect(first?.query).toMatchObject({ left: "o/s1", right: "t/s2" });
});

it("against the inventory the page says that hashes tell no settings", async () => {
  showPage(page, "/tenants/t/compare?left=s1&right=inventory", answers);
  await screen.findByText(/^The inventory holds hashes/);
  expect(screen.getByRole("button", { name: "Swap sides" }).title).toMatch(/^The inventory says what is now/);
});

it("a comparison that is too large says so, and the choice of sides stays", async () => {
  showPage(page, "/tenants/t/compare?left=s1&right=s2", {
    ...answers,
    diffSnapshot: () => {
      throw aRefusal(413, { code: "comparison_too_large" });
    },
  });
  await screen.findByText("The comparison is too large");
  screen.getByRole("combobox", { name: "Before: Snapshot" });
});

it("a tenant without a snapshot says what comparing needs", async () => {
  showPage(page, "/tenants/t/compare", { ...answers, listSnapshots: () => ({ items: [], nextPage: null }) });
  await screen.findByText("Nothing to compare yet");
});
