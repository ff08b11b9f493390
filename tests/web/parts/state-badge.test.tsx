import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { type RunFacts, stateOfRun } from "../../../web/src/parts/run-state.ts";
import { StateBadge } from "../../../web/src/parts/state-badge.tsx";
import { faults } from "./support/faults.ts";
import { show } from "./support/show.tsx";

function facts(changed: Partial<RunFacts>): RunFacts {
  return {
    status: "running",
    outcome: "pending",
    activity: "working",
    attempt: 1,
    cancelRequestedAt: null,
    ...changed,
  };
}

describe("the state of a run in one word", () => {
  it.each([
    [{ status: "queued", activity: "queued" }, "queued"],
    [{ status: "queued", activity: "waiting" }, "waiting"],
    [{}, "running"],
    [{ attempt: 2 }, "retrying"],
    [{ activity: "throttled" }, "throttled"],
    [{ activity: "waiting", attempt: 3 }, "waiting"],
    [{ activity: "stalled" }, "stalled"],
    [{ cancelRequestedAt: "2026-11-30T14:00:00Z", activity: "waiting" }, "cancelling"],
    [{ status: "completed", outcome: "succeeded", activity: "none", attempt: 2 }, "succeeded"],
    [{ status: "completed", outcome: "partially_succeeded" }, "partially_succeeded"],
    [{ status: "completed", outcome: "failed", cancelRequestedAt: "2026-11-30T14:00:00Z" }, "failed"],
    [{ status: "completed", outcome: "cancelled" }, "cancelled"],
    [{ status: "completed", outcome: "of a later version" }, "unknown"],
    [{ status: "of a later version", activity: "none" }, "unknown"],
  ] as const)("a run with %j is %s", (changed, state) => {
    expect(stateOfRun(facts(changed))).toBe(state);
  });
});

it("a state is a word with a sign that readers do not hear", async () => {
  const { container } = show(<StateBadge state="partially_succeeded" />);
  expect(screen.getByText("Partly succeeded")).toBeDefined();
  expect(container.querySelector("svg")?.closest("[aria-hidden=true]")).not.toBeNull();
  expect(await faults()).toEqual([]);
});

it("the reason of a state is its title", () => {
  show(<StateBadge state="waiting" reason="another snapshot is on its way" />, { language: "de" });
  expect(screen.getByTitle("Wartet: another snapshot is on its way")).toBeDefined();
});
