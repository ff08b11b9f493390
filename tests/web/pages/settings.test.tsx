import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { SettingsPage } from "../../../web/src/pages/settings/settings-page.tsx";
import { aRefusal } from "../api/support/an-api.tsx";
import { aSummary } from "./support/a-tenant.ts";
import { anOwner, showPage } from "./support/show-page.tsx";

afterEach(() => vi.restoreAllMocks());

const settings = { path: "/tenants/$tenantId/settings", parse: () => ({}), component: SettingsPage };
const saved = { mostRestore: "enabled", withheld: [], highRiskEnabled: [] };
const capability = {
  type: "conditionalAccess",
  name: "Conditional access policy",
  risk: "high",
  restore: "preview_only",
  reasons: ["High risk: a restore can only be previewed."],
};
const answers = {
  getMe: () => anOwner(["setting.write"]),
  getTenant: () => aSummary().tenant,
  getTenantSettings: () => saved,
  getReadiness: () => ({ asOf: null, runId: null, running: null, state: "unknown", applications: [] }),
  getTenantCapabilities: () => ({ items: [capability], nextPage: null }),
};

it("P2.3 a type of high risk is enabled after a warning and the tenant's name, typed", async () => {
  const { asked } = showPage(settings, "/tenants/t/settings", {
    ...answers,
    changeTenantSettings: () => ({ ...saved, highRiskEnabled: ["conditionalAccess"] }),
  });
  await screen.findAllByText("Fernhollow Logistics");
  fireEvent.click(await screen.findByLabelText("Enable restore of Conditional access policy"));
  const dialog = within(await screen.findByRole("dialog"));
  const enable = dialog.getByRole("button", { name: "Enable high risk" });
  expect(enable.getAttribute("aria-disabled")).toBe("true");
  fireEvent.change(dialog.getByRole("textbox"), { target: { value: "Fernhollow Logistics" } });
  fireEvent.click(enable);
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Settings saved");
  expect(asked.find(({ id }) => id === "changeTenantSettings")?.body).toMatchObject({
    highRiskEnabled: ["conditionalAccess"],
  });
});

it("who was overtaken sees theirs beside mine, and decides", async () => {
  let theirs = saved;
  showPage(settings, "/tenants/t/settings", {
    ...answers,
    getTenantSettings: () => theirs,
    changeTenantSettings: () => {
      theirs = { ...saved, mostRestore: "none" };
      throw aRefusal(412);
    },
  });
  fireEvent.click(await screen.findByLabelText("Read Conditional access policy"));
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Somebody else changed the settings meanwhile.");
  screen.getByRole("row", { name: "The most that a restore may do No restore Enabled" });
  screen.getByRole("row", { name: "Types switched off None Conditional access policy" });
});

it("who was overtaken in naming a tenant sees theirs beside mine, and writes over it knowingly or not at all", async () => {
  const { tenant } = aSummary();
  let theirs = tenant;
  const { asked } = showPage(settings, "/tenants/t/settings", {
    ...answers,
    getTenant: () => theirs,
    changeTenant: () => {
      if (theirs !== tenant) return theirs;
      theirs = { ...tenant, name: "Fernhollow Group", labels: ["gold"] };
      throw aRefusal(412);
    },
  });
  fireEvent.click(await screen.findByRole("button", { name: "Edit" }));
  fireEvent.change(await screen.findByRole("textbox", { name: /Name/ }), { target: { value: "Fernhollow" } });
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Save" }));
  await screen.findByRole("row", { name: "Name Fernhollow Group Fernhollow" });
  screen.getByRole("row", { name: "Labels gold None" });
  expect(asked.filter(({ id }) => id === "changeTenant")).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Take theirs" }));
  expect(screen.getByRole("textbox", { name: /Name/ })).toHaveProperty("value", "Fernhollow Group");
  fireEvent.change(screen.getByRole("textbox", { name: /Name/ }), { target: { value: "Fernhollow" } });
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Save" }));
  await vi.waitFor(() =>
    expect(asked.filter(({ id }) => id === "changeTenant")[1]?.body).toMatchObject({ labels: ["gold"] }),
  );
});

it("P5.3 who may not change them can read them, and is told which role may", async () => {
  showPage(settings, "/tenants/t/settings", { ...answers, getMe: () => anOwner([]) });
  const bar = (await screen.findByText("You can look, and change nothing.")).parentElement;
  expect(bar?.textContent).toContain("You lack the right “change settings”. Roles with it: Owner.");
  expect(await screen.findByLabelText("Read Conditional access policy")).toHaveProperty("disabled", true);
});

it("a tenant is suspended with a reason, and archived only when it is suspended and its name was typed", async () => {
  let state = "active";
  const { asked } = showPage(settings, "/tenants/t/settings", {
    ...answers,
    getTenant: () => ({ ...aSummary().tenant, state }),
    suspendTenant: () => {
      state = "suspended";
      return { ...aSummary().tenant, state };
    },
    archiveTenant: () => ({ ...aSummary().tenant, state: "archived" }),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Suspend" }));
  let dialog = within(await screen.findByRole("dialog"));
  fireEvent.change(dialog.getByRole("textbox", { name: /Reason/ }), { target: { value: "unpaid" } });
  fireEvent.click(dialog.getByRole("button", { name: "Suspend" }));
  await screen.findByText("Resume");
  expect(asked.find(({ id }) => id === "suspendTenant")?.body).toEqual({ reason: "unpaid" });
  fireEvent.click(screen.getByRole("button", { name: "Archive" }));
  dialog = within(await screen.findByRole("dialog"));
  fireEvent.change(dialog.getByRole("textbox", { name: /Reason/ }), { target: { value: "left" } });
  const archive = dialog.getByRole("button", { name: "Archive" });
  expect(archive.getAttribute("aria-disabled")).toBe("true");
  fireEvent.change(dialog.getByRole("textbox", { name: /Type/ }), { target: { value: "Fernhollow Logistics" } });
  fireEvent.click(archive);
  await vi.waitFor(() => expect(asked.some(({ id }) => id === "archiveTenant")).toBe(true));
});

it("an owner finds the consent of a tenant that waits for it, and makes the link", async () => {
  const { asked } = showPage(settings, "/tenants/t/settings", {
    ...answers,
    getTenant: () => ({ ...aSummary().tenant, state: "pending_consent" }),
    createConsentLink: () => ({
      url: "https://login.example/x",
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    }),
  });
  await screen.findAllByText("An administrator of the customer consents");
  fireEvent.click(screen.getAllByText("Make a link")[0] ?? document.body);
  await screen.findByText("Link for the administrator");
  expect(asked.find(({ id }) => id === "createConsentLink")?.body).toEqual({ application: "read" });
});
