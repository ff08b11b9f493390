import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { AuditPage } from "../../../web/src/pages/audit/audit-page.tsx";
import { parseAuditSearch } from "../../../web/src/pages/audit-search.ts";
import { aRun } from "./support/a-run.ts";
import { anOwner, showPage } from "./support/show-page.tsx";

afterEach(() => vi.restoreAllMocks());

const page = { path: "/tenants/$tenantId/audit", parse: parseAuditSearch, component: AuditPage };
const address = "/tenants/t/audit";
const entry = {
  id: "audit-1",
  at: "2026-03-01T08:00:00.000Z",
  actor: { kind: "user", id: "p", name: "Ada" },
  action: "operation.ended",
  target: "01run",
  before: { status: "running" },
  after: { status: "completed" },
  digest: 3,
};
const all = () => anOwner(["audit.read", "audit.verify"]);
const listAudit = () => ({ items: [entry], nextPage: null });

it("an entry says who did what, and opens with the way to its run", async () => {
  showPage(page, `${address}?open=audit-1`, { getMe: all, listAudit });
  const run = await screen.findByRole("link", { name: "01run" });
  expect(run.getAttribute("href")).toBe("/tenants/t/operations/01run");
  expect((await screen.findAllByRole("link", { name: "Operation ended" }))[0]?.getAttribute("href")).toBe(
    "/tenants/t/audit?open=audit-1",
  );
  await screen.findByText("Digest 3");
});

it("a verification says up to which entry it proved the audit, or how much it found", async () => {
  const verdict = { digests: 3, entries: 7, upTo: { id: "audit-1", at: entry.at }, found: 0 };
  const ended = { status: "completed", outcome: "succeeded", type: "audit.verify" } as const;
  showPage(page, address, {
    getMe: all,
    listAudit,
    listOperations: () => ({ items: [aRun({ ...ended, result: { audit: verdict } })], nextPage: null }),
  });
  await screen.findByText(/^7 entries up to .* are as they were sealed\./);
});

it("who may not verify sees why", async () => {
  showPage(page, address, { getMe: () => anOwner(["audit.read"]), listAudit });
  await waitFor(() => {
    const verify = within(screen.getByRole("toolbar")).getByRole("button", { name: "Verify" });
    expect(verify.getAttribute("aria-disabled")).toBe("true");
  });
});

it("an audit log without entries says what stands there", async () => {
  showPage(page, address, { getMe: all });
  await screen.findByText("No entries yet");
  await screen.findByText("Nobody has verified this audit log yet.");
});
