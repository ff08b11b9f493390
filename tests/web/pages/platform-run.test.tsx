import { fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { PlatformRunPage } from "../../../web/src/pages/platform-run/platform-run-page.tsx";
import { parsePlatformRunSearch } from "../../../web/src/pages/platform-run/search.ts";
import { PlatformRunsPage } from "../../../web/src/pages/platform-runs/platform-runs-page.tsx";
import { parsePlatformRunsSearch } from "../../../web/src/pages/platform-runs/search.ts";
import { aRun } from "./support/a-run.ts";
import { anOwner, showPage } from "./support/show-page.tsx";

afterEach(() => vi.restoreAllMocks());

const runs = { path: "/platform/operations", parse: parsePlatformRunsSearch, component: PlatformRunsPage };
const run = { path: "/platform/operations/$runId", parse: parsePlatformRunSearch, component: PlatformRunPage };
const fleetRun = { tenantId: "platform", type: "fleet.snapshot" } as const;
const getMe = () => ({ ...anOwner(), platform: true });
const getOverview = () => ({ items: [{ id: "t", name: "Fernhollow", lastRun: null }], nextPage: null });

const childCounts = {
  waiting: 0,
  held: 0,
  active: 0,
  succeeded: 1,
  partially_succeeded: 0,
  failed: 1,
  cancelled: 0,
  skipped: 0,
};
const child = { tenantId: "t", runId: "c", state: "failed", joined: false, objects: 5, activity: "none" };

it("who lacks the platform right is told that there is no such page, and nothing is asked for", async () => {
  const { asked } = showPage(runs, "/platform/operations", {});
  await screen.findByText("Not found");
  expect(asked.some(({ id }) => id === "listPlatformOperations")).toBe(false);
});

it("snapshots of all tenants are started once, and the toast leads to the run", async () => {
  const { asked } = showPage(runs, "/platform/operations", {
    getMe,
    startPlatformOperation: () => ({
      type: "fleet.snapshot",
      reused: false,
      viewUrl: "https://portal.example/platform/operations/r",
    }),
  });
  const [start] = await screen.findAllByRole("button", { name: "Take snapshots" });
  fireEvent.click(start ?? document.body);
  const dialog = await screen.findByRole("dialog");
  fireEvent.submit(dialog.querySelector("form") ?? dialog);
  await screen.findByText("Snapshots of many tenants started");
  const starts = asked.filter(({ id }) => id === "startPlatformOperation");
  expect(starts.map(({ body }) => body)).toEqual([{ type: "fleet.snapshot" }]);
});

it("a tenant of a run shows its name, its state and what helps", async () => {
  showPage(run, "/platform/operations/r", {
    getMe,
    getOverview,
    getPlatformOperation: () => ({ ...aRun(fleetRun), childCounts }),
    listChildren: () => ({ items: [{ ...child, code: "graph_consent_missing" }], nextPage: null }),
  });
  const link = await screen.findByRole("link", { name: "Fernhollow" });
  expect(link.getAttribute("href")).toBe("/tenants/t/operations/c");
  screen.getByText(/^Consent is missing\./);
});
