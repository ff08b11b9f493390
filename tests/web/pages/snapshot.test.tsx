import { screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { Refusal } from "../../../web/src/api/refusal.ts";
import { parseSnapshotSearch } from "../../../web/src/pages/snapshot/search.ts";
import { SnapshotPage } from "../../../web/src/pages/snapshot/snapshot-page.tsx";
import { aRefusal } from "../api/support/an-api.tsx";
import { aSnapshot, settingsCatalog } from "./support/a-snapshot.ts";
import { showPage } from "./support/show-page.tsx";

afterEach(() => vi.restoreAllMocks());

const page = {
  path: "/tenants/$tenantId/snapshots/$snapshotId",
  parse: parseSnapshotSearch,
  component: SnapshotPage,
};

const entry = {
  type: "settingsCatalog",
  id: "1",
  name: "Baseline",
  payloadHash: "c".repeat(64),
  payloadVersion: null,
  configurationHash: "d".repeat(64),
  size: 2_000,
  readAt: "2026-11-30T14:00:10.000Z",
};

const answers = {
  getTenantCapabilities: () => ({ items: [settingsCatalog], nextPage: null }),
  getSnapshot: () => aSnapshot(),
  listEntries: () => ({
    items: [entry],
    nextPage: null,
    total: 1,
    types: [{ type: "settingsCatalog", objects: 1, state: "complete" }],
  }),
};

it("a gap is said first: which type, why, and what helps", async () => {
  const gap = { type: "settingsCatalog", code: "graph_forbidden", message: "Graph refused it." } as const;
  showPage(page, "/tenants/t/snapshots/s", {
    ...answers,
    getSnapshot: () => aSnapshot({ state: "complete_with_gaps", gaps: [gap] }),
  });
  await screen.findByText("Settings catalog policy: A permission is missing");
  screen.getByText(/Graph refused it\. The application lacks a permission/);
  const headings = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);
  expect(headings[0]).toBe("What is missing");
});

it("a snapshot without gaps says that nothing is missing, and that it is not one moment", async () => {
  showPage(page, "/tenants/t/snapshots/s", answers);
  await screen.findByText("Nothing is missing: every object type was read whole.");
  screen.getByText(/^from .+ to .+, not one moment$/);
  screen.getByRole("button", { name: "Copy Root hash" });
  await screen.findByRole("link", { name: "Baseline" });
});

it("an object whose content is damaged says so, and the list beside it reads on (I3)", async () => {
  showPage(page, "/tenants/t/snapshots/s?open=settingsCatalog%2F1", {
    ...answers,
    getSnapshotObject: () => {
      throw new Refusal({ ...aRefusal(500).facts, code: "payload_damaged" });
    },
  });
  await screen.findByText("What is stored of an object is damaged");
  screen.getByRole("link", { name: "Baseline" });
});

it("a snapshot that is not there, or of another tenant, is not found", async () => {
  showPage(page, "/tenants/t/snapshots/s", {
    ...answers,
    getSnapshot: () => {
      throw aRefusal(404);
    },
  });
  await screen.findByText("It does not exist, or you are not a member of its tenant.");
});
