import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { AddTenantPage } from "../../../web/src/pages/add-tenant/add-tenant-page.tsx";
import { parseAddTenantSearch } from "../../../web/src/pages/add-tenant/search.ts";
import { aRefusal } from "../api/support/an-api.tsx";
import { aTenantOverview, page } from "./support/a-tenant.ts";
import { anOwner, showPage } from "./support/show-page.tsx";

const addTenant = { path: "/tenants/new", parse: parseAddTenantSearch, component: AddTenantPage };
const id = "7c1e5d7a-0001-4c3a-8f00-000000000001";
const owner = "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a001";
const anAdmin = () => ({ ...anOwner(), id: owner, platform: true, tenants: [] });
const added = aTenantOverview({ id, name: "Alder & Finch", state: "pending_consent" });
const unchecked = { asOf: null, runId: null, running: null, state: "unknown", applications: [] };

const type = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByRole("textbox", { name: label }), { target: { value } });
const submit = () => fireEvent.click(screen.getByRole("button", { name: "Add tenant" }));

it("a tenant is added as it was typed, nothing is asked before its ids are some, and its consent comes next", async () => {
  const { asked } = showPage(addTenant, "/tenants/new", {
    getMe: anAdmin,
    createTenant: () => ({ ...added, timeZone: "UTC", myRole: null, lastCompleteSnapshotAt: null }),
    getOverview: () => page(added),
    getReadiness: () => unchecked,
  });
  await screen.findByRole("button", { name: "Make me the owner" });
  type(/^Tenant ID/, "alder");
  submit();
  expect(screen.getByText(/This is not an ID/)).toBeTruthy();
  expect(asked.some((one) => one.id === "createTenant")).toBe(false);
  type(/^Tenant ID/, id.toUpperCase());
  type(/^Display name/, "Alder & Finch");
  type(/^Labels/, "optics, , gold");
  fireEvent.click(screen.getByRole("button", { name: "Make me the owner" }));
  submit();
  await screen.findByRole("heading", { level: 1, name: "Consent of Alder & Finch" });
  expect(asked.find((one) => one.id === "createTenant")?.body).toEqual({
    id,
    name: "Alder & Finch",
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    labels: ["optics", "gold"],
    owner: { kind: "user", id: owner, name: "Ada" },
  });
});

it("a tenant that is there already is said so, with the way to its consent; what was typed stays", async () => {
  showPage(addTenant, "/tenants/new", {
    getMe: anAdmin,
    createTenant: () => {
      throw aRefusal(409, { code: "tenant_exists" });
    },
  });
  await screen.findByRole("button", { name: "Make me the owner" });
  type(/^Tenant ID/, id);
  type(/^Display name/, "Alder & Finch");
  fireEvent.click(screen.getByRole("button", { name: "Make me the owner" }));
  submit();
  await screen.findByText("The tenant is there already");
  expect(screen.getByRole("link", { name: "Open its consent" }).getAttribute("href")).toBe(`/tenants/new?tenant=${id}`);
  expect(screen.getByRole("textbox", { name: /^Display name/ })).toHaveProperty("value", "Alder & Finch");
});

it("P5.3 a link is made for one application and shown until it expires; then a new one can be made", async () => {
  let left = 3_600_000;
  const { asked } = showPage(addTenant, `/tenants/new?tenant=${id}`, {
    getMe: anAdmin,
    getOverview: () => page(added),
    getReadiness: () => unchecked,
    createConsentLink: () => ({
      url: "https://login.example/consent?state=x",
      expiresAt: new Date(Date.now() + left).toISOString(),
    }),
  });
  const [make] = await screen.findAllByRole("button", { name: "Make a link" });
  fireEvent.click(make ?? document.body);
  const link = await screen.findByRole("textbox", { name: "Link for the administrator" });
  expect(link).toHaveProperty("value", "https://login.example/consent?state=x");
  screen.getByRole("button", { name: "Copy Link for the administrator" });
  expect(asked.find((one) => one.id === "createConsentLink")?.body).toEqual({ application: "read" });
  left = -1_000;
  fireEvent.click(screen.getByRole("button", { name: "Make a new link" }));
  await screen.findByText("This link has expired. Make a new one.");
  expect(screen.queryByRole("textbox", { name: "Link for the administrator" })).toBeNull();
});

it("what the check found stands there when it has ended: where the tenant stands, and what is missing or too much", async () => {
  const reading = {
    kind: "read",
    consented: true,
    code: null,
    granted: [],
    missing: [{ permission: "Policy.Read.All", serves: ["conditionalAccess"] }],
    excess: [{ permission: "Mail.ReadWrite", why: "unused" }],
  };
  const asOf = new Date().toISOString();
  showPage(addTenant, `/tenants/new?tenant=${id}`, {
    getMe: anAdmin,
    getOverview: () => page({ ...added, state: "active" }),
    getReadiness: () => ({ ...unchecked, asOf, runId: "r", state: "attention", applications: [reading] }),
  });
  await screen.findByText("Missing: Policy.Read.All.");
  screen.getByText("Given without need: Mail.ReadWrite.");
  screen.getByText("Consented");
  screen.getByText("You are not a member of this tenant. Its owner goes on.");
});

it("who does not look after the platform is told which right is missing, and asks for nothing", async () => {
  const { asked } = showPage(addTenant, "/tenants/new", {});
  await screen.findByText("You may not see this");
  screen.getByText(/Only an administrator of the platform adds tenants/);
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(asked.every((one) => one.id === "getMe")).toBe(true);
});
