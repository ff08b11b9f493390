import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { OperationsPage } from "../../../web/src/pages/operations/operations-page.tsx";
import { parseOperationsSearch } from "../../../web/src/pages/operations/search.ts";
import { aRun } from "./support/a-run.ts";
import { anOwner, showPage } from "./support/show-page.tsx";

afterEach(() => vi.restoreAllMocks());

const page = { path: "/tenants/$tenantId/operations", parse: parseOperationsSearch, component: OperationsPage };
const address = "/tenants/t/operations";
const none = { count: 0, more: false };
const answers = {
  getMe: () => anOwner(["snapshot.take", "inventory.sync", "operation.cancel_own"]),
  countOperations: () => ({ running: none, failed: none, partially_succeeded: none }),
  getOperation: () => aRun(),
};
const many = (count: number) => ({
  items: Array.from({ length: count }, (_, index) => aRun({ id: `r${index}` })),
  nextPage: null,
});

it("a row opens its facts beside the list, with the way to the run's page", async () => {
  showPage(page, `${address}?open=r`, { ...answers, listOperations: () => many(1) });
  const link = await screen.findByRole("link", { name: "Open operation" });
  expect(link.getAttribute("href")).toBe("/tenants/t/operations/r");
  expect((await screen.findAllByRole("link", { name: "Snapshot: before" }))[0]?.getAttribute("href")).toBe(
    "/tenants/t/operations?open=r0",
  );
});

it("a command is for at most 25 chosen rows", async () => {
  showPage(page, address, { ...answers, listOperations: () => many(26) });
  fireEvent.click(await screen.findByRole("checkbox", { name: "Select all loaded rows" }));
  const retry = within(screen.getByRole("toolbar")).getByRole("button", { name: "Retry failed" });
  expect(retry.getAttribute("aria-disabled")).toBe("true");
});

it("a tenant without operations says what one is", async () => {
  showPage(page, address, answers);
  await screen.findByText("No operations yet");
});
