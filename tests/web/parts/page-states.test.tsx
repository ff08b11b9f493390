import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { EmptyState } from "../../../web/src/parts/empty-state.tsx";
import { PageStates } from "../../../web/src/parts/page-states.tsx";
import type { Problem } from "../../../web/src/parts/problem.ts";
import { faults } from "./support/faults.ts";
import { show } from "./support/show.tsx";

const now = Date.parse("2026-11-30T14:02:20.000Z");

beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => void vi.useRealTimers());

const data = <p>the rows</p>;
const without = (problem: Problem, onTryAgain?: () => void) => (
  <PageStates hasData={false} problem={problem} onTryAgain={onTryAgain}>
    {data}
  </PageStates>
);

it("loading shows nothing for 200 ms, then rows of the final height", () => {
  const { container } = show(<PageStates hasData={false}>{data}</PageStates>);
  expect(screen.queryByRole("status", { name: "Loading" })).toBeNull();
  const height = container.querySelector<HTMLElement>("[style*=height]")?.style.height;
  act(() => void vi.advanceTimersByTime(200));
  const rows = [...screen.getByRole("status", { name: "Loading" }).children].filter(
    (row) => row instanceof HTMLElement,
  );
  expect(rows.reduce((sum, row) => sum + Number.parseInt(row.style.height, 10), 0)).toBe(
    Number.parseInt(height ?? "", 10),
  );
});

it("data without a problem is shown as it is", () => {
  show(<PageStates hasData>{data}</PageStates>);
  expect(screen.getByText("the rows")).toBeDefined();
});

it("an empty list says what it is and has the command that fills it", async () => {
  const empty = (
    <EmptyState title="No snapshots yet" action={<button type="button">Take snapshot</button>}>
      A snapshot keeps what Intune held at one time.
    </EmptyState>
  );
  show(
    <PageStates hasData isEmpty empty={empty}>
      {data}
    </PageStates>,
  );
  expect(screen.queryByText("the rows")).toBeNull();
  expect(screen.getByRole("heading", { name: "No snapshots yet" })).toBeDefined();
  expect(screen.getByRole("button", { name: "Take snapshot" })).toBeDefined();
  expect(await faults()).toEqual([]);
});

it("a list that is empty by its filters says so and clears them", () => {
  const clear = vi.fn();
  show(
    <PageStates hasData isEmpty onClearFilters={clear} empty="not this">
      {data}
    </PageStates>,
  );
  expect(screen.getByRole("heading", { name: "No match" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Clear filters" }));
  expect(clear).toHaveBeenCalledOnce();
});

it("an error says what happened, what helps and the id that finds it, and can be tried again", async () => {
  const again = vi.fn();
  const problem: Problem = {
    kind: "error",
    title: "A stored document cannot be read",
    detail: "The snapshot cannot be read.",
    help: "Try again after a deployment.",
    correlationId: "4bf92f35",
  };
  show(without(problem, again));
  const alert = screen.getByRole("alert");
  for (const text of [
    "A stored document cannot be read",
    "The snapshot cannot be read.",
    "Try again after a deployment.",
    "4bf92f35",
  ])
    expect(alert.textContent).toContain(text);
  expect(screen.getByRole("button", { name: "Copy Correlation id" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(again).toHaveBeenCalledOnce();
  expect(await faults()).toEqual([]);
});

it("an error while older data is there keeps the data and says that it is old", () => {
  const again = vi.fn();
  show(
    <PageStates hasData problem={{ kind: "error", title: "The request failed" }} onTryAgain={again}>
      {data}
    </PageStates>,
  );
  expect(screen.getByText("the rows")).toBeDefined();
  expect(screen.getByText(/may be out of date/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(again).toHaveBeenCalledOnce();
});

it("forbidden names the missing right and who to ask, and does not offer to try again", () => {
  show(without({ kind: "forbidden", missingRight: "read audit log", roles: ["manager", "owner"] }, vi.fn()));
  expect(screen.getByText("It needs the right “read audit log”.")).toBeDefined();
  expect(screen.getByText("Ask an owner of the tenant for one of these roles: manager and owner.")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
});

it("not found does not tell whether it exists", () => {
  show(without({ kind: "not_found" }), { language: "de" });
  expect(screen.getByText("Das gibt es nicht, oder Sie sind kein Mitglied des Mandanten.")).toBeDefined();
});

it("slowed down counts the seconds until it is asked again", () => {
  show(without({ kind: "throttled", againAt: now + 7_000 }));
  expect(screen.getByText("Too many requests: again in 7 s.")).toBeDefined();
  act(() => void vi.advanceTimersByTime(4_000));
  expect(screen.getByText("Too many requests: again in 3 s.")).toBeDefined();
  act(() => void vi.advanceTimersByTime(4_000));
  expect(screen.getByText("Too many requests: asking again.")).toBeDefined();
});

it("offline is a bar above data that stays as it is", () => {
  show(
    <PageStates hasData problem={{ kind: "offline" }}>
      {data}
    </PageStates>,
  );
  expect(screen.getByText("You are offline")).toBeDefined();
  expect(screen.queryByText(/may be out of date/)).toBeNull();
  expect(screen.getByText("the rows")).toBeDefined();
});

it("a service that is not ready is said without an alarm", () => {
  show(without({ kind: "not_ready" }));
  expect(screen.getByRole("heading", { name: "The service is not ready" })).toBeDefined();
  expect(screen.queryByRole("alert")).toBeNull();
});
