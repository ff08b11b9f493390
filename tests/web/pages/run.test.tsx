import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { RunPage } from "../../../web/src/pages/run/run-page.tsx";
import { aRefusal } from "../api/support/an-api.tsx";
import { aRun, aRunningRun } from "./support/a-run.ts";
import { anOwner, showPage } from "./support/show-page.tsx";

afterEach(() => vi.restoreAllMocks());

const page = { path: "/tenants/$tenantId/operations/$runId", parse: () => ({}), component: RunPage };
const address = "/tenants/t/operations/r";
const cancels = ["operation.cancel_own"];

const apps = {
  group: "applications",
  state: "done",
  waiting: null,
  startedAt: "2026-11-30T11:00:04.000Z",
  endedAt: "2026-11-30T11:00:06.000Z",
  counts: aRun().counts,
  failures: [],
};

it("a run says how it ended, and its groups stand between its start and its end", async () => {
  showPage(page, address, {
    getOperation: () => aRun(),
    listRunParts: () => ({ items: [apps], partsKept: true }),
  });
  await screen.findByText("It succeeded: 10 objects.");
  await screen.findByText("Apps: Done");
  const steps = within(screen.getByRole("list", { name: "Timeline" })).getAllByRole("listitem");
  expect(steps.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining("Waited 2 secs for a worker"),
    expect.stringContaining("Taken by a worker"),
    expect.stringContaining("Apps: Done"),
    expect.stringContaining("Ended"),
  ]);
  expect(screen.queryByRole("progressbar")).toBeNull();
});

it("failures stand by code, with what helps", async () => {
  const failure = { code: "graph_forbidden", message: "Refused.", target: "roles", count: 2 } as const;
  const failuresByCode = [{ code: "graph_forbidden", advice: "", count: 2, failures: [failure] }] as const;
  showPage(page, address, {
    getOperation: () => aRun({ outcome: "failed", failures: [failure], failuresByCode }),
    listRunParts: () => ({ items: [], partsKept: true }),
  });
  await screen.findByText("It failed: A permission is missing.");
  screen.getByText("A permission is missing (2 failures)");
  screen.getByText("roles: Refused.");
});

it("a run older than its parts says so", async () => {
  showPage(page, address, { getOperation: () => aRun(), listRunParts: () => ({ items: [], partsKept: false }) });
  await screen.findByText(/kept for 7 days/);
});

it("a bar stands only where the total is known", async () => {
  const counts = { ...aRun().counts, total: null };
  showPage(page, address, {
    getOperation: () => aRunningRun({ counts }),
    listRunParts: () => ({ items: [], partsKept: true }),
  });
  await screen.findByText("It is running: 10 objects so far.");
  expect(screen.queryByRole("progressbar")).toBeNull();
});

it("cancel says what stays before it is asked for", async () => {
  const { asked } = showPage(page, address, {
    getMe: () => anOwner(cancels),
    getOperation: () => aRunningRun(),
    listRunParts: () => ({ items: [], partsKept: true }),
    cancelOperation: () => aRunningRun(),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Cancel" }));
  await screen.findByText(/What the inventory was given so far stays/);
  expect(asked.some(({ id }) => id === "cancelOperation")).toBe(false);
  fireEvent.click(screen.getByRole("button", { name: "Cancel the operation" }));
  await vi.waitFor(() => expect(asked.some(({ id }) => id === "cancelOperation")).toBe(true));
});

it("what somebody else started needs the right to cancel operations of others", async () => {
  showPage(page, address, {
    getMe: () => anOwner(cancels),
    getOperation: () => aRunningRun({ initiator: { kind: "user", id: "other", name: "Bo" } }),
    listRunParts: () => ({ items: [], partsKept: true }),
  });
  const button = await screen.findByRole("button", { name: "Cancel" });
  await vi.waitFor(() => expect(button.getAttribute("aria-disabled")).toBe("true"));
});

it("a run that does not exist, or is of a tenant of others, is not found", async () => {
  showPage(page, address, {
    getOperation: () => {
      throw aRefusal(404);
    },
  });
  await screen.findByText("Not found");
});
