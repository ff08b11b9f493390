import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { parseTenantsSearch } from "../../../web/src/pages/tenants/search.ts";
import { TenantsPage } from "../../../web/src/pages/tenants/tenants-page.tsx";
import { aRefusal } from "../api/support/an-api.tsx";
import { aTenantOverview, page } from "./support/a-tenant.ts";
import { anOwner, showPage } from "./support/show-page.tsx";

afterEach(() => vi.restoreAllMocks());

const tenants = { path: "/tenants", parse: parseTenantsSearch, component: TenantsPage };
const two = () => page(aTenantOverview(), aTenantOverview({ id: "u", name: "Kestrel" }));
const inBoth = () => ({
  ...anOwner(),
  tenants: ["t", "u"].map((id) => ({ id, role: "owner", rights: ["snapshot.take", "graph.pause"] })),
});

it("filters of the address reach the API, and what no filter knows does not", async () => {
  const { asked } = showPage(tenants, "/tenants?text=fern&state=attention&promise=kept", { getOwnOverview: two });
  await screen.findByText("Kestrel");
  expect(asked.find(({ id }) => id === "getOwnOverview")?.query).toMatchObject({ text: "fern", state: "attention" });
  expect(asked.find(({ id }) => id === "getOwnOverview")?.query["promise"]).toBeUndefined();
});

it("P5.3 a tenant's line counts the permissions that are missing and those in excess; one never checked says so", async () => {
  const readiness = { asOf: "2026-11-30T10:00:00.000Z", state: "attention", missing: 2, excess: 1 } as const;
  showPage(tenants, "/tenants", {
    getOwnOverview: () => page(aTenantOverview({ readiness }), aTenantOverview({ id: "u", name: "Kestrel" })),
  });
  await screen.findByText("2 missing, 1 in excess");
  screen.getByText("Not checked");
});

it("a pause of several asks first and says what it does", async () => {
  const { asked } = showPage(tenants, "/tenants", {
    getMe: inBoth,
    getOwnOverview: two,
    pauseGraph: () => ({ paused: true }),
  });
  fireEvent.click(await screen.findByLabelText("Select all loaded rows"));
  fireEvent.click(screen.getByRole("button", { name: "Pause" }));
  const dialog = within(await screen.findByRole("dialog"));
  dialog.getByText(/Nothing is cancelled or lost/);
  expect(asked.some(({ id }) => id === "pauseGraph")).toBe(false);
  fireEvent.click(dialog.getByRole("button", { name: "Pause requests" }));
  await screen.findByText("Requests to Microsoft Graph paused for 2 tenants");
});

it("what one tenant refuses does not keep another from its snapshot, and is said with its name", async () => {
  const answers = [() => ({ type: "snapshot.take", reused: false, viewUrl: "/tenants/t/operations/r" })];
  showPage(tenants, "/tenants", {
    getMe: inBoth,
    getOwnOverview: two,
    takeSnapshot: () => {
      const answer = answers.pop();
      if (!answer) throw aRefusal(503);
      return answer();
    },
  });
  fireEvent.click(await screen.findByLabelText("Select all loaded rows"));
  fireEvent.click(screen.getByRole("button", { name: "Take snapshot" }));
  await screen.findByText("Snapshot started");
  await screen.findByText(/Not done for Kestrel/);
});

it("P5.3 a command that a chosen tenant does not allow stays visible and is off", async () => {
  showPage(tenants, "/tenants", { getMe: () => anOwner([]), getOwnOverview: two });
  fireEvent.click(await screen.findByLabelText("Select Fernhollow Logistics"));
  const button = screen.getByRole("button", { name: "Sync inventory" });
  expect(button.getAttribute("aria-disabled")).toBe("true");
});

it("who looks after the platform finds the consent of a tenant that waits for it, and sees its labels", async () => {
  showPage(tenants, "/tenants", {
    getMe: () => ({ ...anOwner(), platform: true, tenants: [] }),
    getOverview: () =>
      page(aTenantOverview({ id: "u", name: "Alder", state: "pending_consent", labels: ["gold", "optics"] })),
  });
  expect((await screen.findByRole("link", { name: "Alder" })).getAttribute("href")).toBe("/tenants/new?tenant=u");
  screen.getByText("gold, optics");
  expect(screen.getByRole("button", { name: "Add tenant" }).getAttribute("aria-disabled")).not.toBe("true");
});

it("P5.3 who looks after the platform becomes an owner of one tenant with a reason, and is told who hears of it", async () => {
  const { asked } = showPage(tenants, "/tenants", {
    getMe: () => ({ ...anOwner(), platform: true, tenants: [] }),
    getOverview: two,
    takeTenantOwnership: () => ({ principalId: "p", role: "owner" }),
  });
  await screen.findByText("Kestrel");
  const command = () => screen.getByRole("button", { name: "Take ownership" });
  expect(command().getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(screen.getByLabelText("Select Kestrel"));
  fireEvent.click(command());
  const dialog = within(await screen.findByRole("dialog"));
  dialog.getByText(/Every owner is told/);
  fireEvent.change(dialog.getByLabelText(/Reason/), { target: { value: "the owner left" } });
  fireEvent.click(dialog.getByRole("button", { name: "Take ownership" }));
  await screen.findByText("You are an owner of Kestrel");
  expect(asked.find(({ id }) => id === "takeTenantOwnership")).toMatchObject({ body: { reason: "the owner left" } });
});
