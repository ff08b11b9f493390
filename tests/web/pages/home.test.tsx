import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { HomePage } from "../../../web/src/pages/home/home-page.tsx";
import { aBrokenPromise, aTenantOverview, page } from "./support/a-tenant.ts";
import { anOwner, showPage } from "./support/show-page.tsx";

afterEach(() => vi.restoreAllMocks());

const home = { path: "/", parse: () => ({}), component: HomePage };
const none = () => page();

it("a broken promise says who, what was promised, and that none was ever kept", async () => {
  const tenant = aTenantOverview({ brokenPromises: [aBrokenPromise] });
  showPage(home, "/", {
    getOwnOverview: ({ query }) => (query["promise"] === "broken" ? page(tenant) : page()),
  });
  const list = within(await screen.findByRole("table", { name: "Broken promises" }));
  list.getByText("a snapshot every 24 hours");
  list.getByText("Never");
  expect(list.getByRole("link", { name: "Fernhollow Logistics" }).getAttribute("href")).toBe("/tenants/t");
});

it("without a broken promise it says so, and when this was asked", async () => {
  showPage(home, "/", { getOwnOverview: none });
  const notice = (await screen.findByText("No promise is broken")).parentElement;
  expect(notice?.textContent).toContain("as of ");
});

it("who is a member of no tenant is told whom to ask", async () => {
  showPage(home, "/", { getMe: () => ({ ...anOwner(), tenants: [] }) });
  await screen.findByText(/Ask an owner of a tenant to make you a member/);
});

it.each([
  ["a member of no tenant", []],
  ["a member of some", anOwner().tenants],
])("who is in too many groups is told that roles by them do not count: %s", async (_who, tenants) => {
  showPage(home, "/", { getMe: () => ({ ...anOwner(), tenants, groupsUnknown: true }), getOwnOverview: none });
  await screen.findByText("Your groups are not known.");
});

it("P5.2 who has the platform right sees all tenants, and snapshots those that are chosen as one run", async () => {
  const outside = aTenantOverview({
    id: "u",
    name: "Kestrel",
    state: "attention",
    stateReason: "graph_consent_missing",
  });
  const totals = { tenants: 2, attention: 1, paused: 0, brokenPromises: 0 };
  const { asked } = showPage(home, "/", {
    getMe: () => ({ ...anOwner(), platform: true, tenants: [] }),
    getOverview: ({ query }) => ({ ...(query["state"] === "attention" ? page(outside) : page()), totals }),
    getFacts: () => ({ state: "ok", alarms: [], runs: { queued: 0, running: 0, waiting: 0 } }),
    startPlatformOperation: () => ({ type: "fleet.snapshot", reused: false, viewUrl: "/platform/operations/f" }),
  });
  await screen.findByText("Consent is missing");
  expect(screen.queryByRole("link", { name: "Kestrel" })).toBeNull();
  fireEvent.click(screen.getByLabelText("Select Kestrel"));
  fireEvent.click(screen.getByRole("button", { name: "Take snapshot" }));
  await screen.findByText("Snapshots of many tenants started");
  expect(asked.find(({ id }) => id === "startPlatformOperation")?.body).toEqual({
    type: "fleet.snapshot",
    tenants: ["u"],
  });
});
