import { fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { parseSnapshotsSearch } from "../../../web/src/pages/snapshots/search.ts";
import { SnapshotsPage } from "../../../web/src/pages/snapshots/snapshots-page.tsx";
import { aSnapshot, settingsCatalog } from "./support/a-snapshot.ts";
import { showPage } from "./support/show-page.tsx";

afterEach(() => vi.restoreAllMocks());

const page = { path: "/tenants/$tenantId/snapshots", parse: parseSnapshotsSearch, component: SnapshotsPage };

const answers = { getTenantCapabilities: () => ({ items: [settingsCatalog], nextPage: null }) };

it("a snapshot with gaps names their types in its row, and who took it", async () => {
  const gaps = [{ type: "settingsCatalog", code: "graph_forbidden", message: "" }] as const;
  showPage(page, "/tenants/t/snapshots", {
    ...answers,
    listSnapshots: () => ({ items: [aSnapshot({ state: "complete_with_gaps", gaps })], nextPage: null, total: 1 }),
    listOperations: () => ({ items: [{ id: "r", initiator: { kind: "user", name: "Ada" } }], nextPage: null }),
  });
  await screen.findByText("Complete, with gaps");
  await screen.findByText("1: Settings catalog policy");
  await screen.findByText("Ada");
});

it("days of the address reach the API as moments of this clock", async () => {
  const { asked } = showPage(page, "/tenants/t/snapshots?from=2026-11-29&to=2026-11-30&state=nonsense", answers);
  await screen.findByText("No match");
  const [first] = asked.filter(({ id }) => id === "listSnapshots");
  expect(first?.query).toMatchObject({
    from: new Date("2026-11-29T00:00").toISOString(),
    to: new Date("2026-11-30T23:59:59.999").toISOString(),
    state: undefined,
  });
});

it("a snapshot is taken of chosen types under its label, and its run is said (S9)", async () => {
  const { asked } = showPage(page, "/tenants/t/snapshots?open=take", {
    ...answers,
    takeSnapshot: () => ({ type: "snapshot.take", reused: false, viewUrl: "/tenants/t/operations/r" }),
  });
  const label = await screen.findByLabelText("Label");
  fireEvent.change(label, { target: { value: " Pilot " } });
  fireEvent.click(screen.getByLabelText("Only the types I choose"));
  fireEvent.click(await screen.findByLabelText("Settings catalog policy"));
  fireEvent.submit(label.closest("form") ?? document.body);
  await screen.findByText("Snapshot started");
  const [order] = asked.filter(({ id }) => id === "takeSnapshot");
  expect(order?.body).toEqual({ label: "Pilot", types: ["settingsCatalog"] });
});

it("a tenant without a snapshot says what one is, and how to get one", async () => {
  showPage(page, "/tenants/t/snapshots", answers);
  await screen.findByText("No snapshot yet");
  expect(screen.getAllByRole("button", { name: "Take snapshot" })).toHaveLength(2);
  screen.getByRole("link", { name: "Schedule snapshots" });
});
