import type { OrchestrationContext } from "durable-functions";
import { describe, expect, it } from "vitest";
import { observeServiceGroup } from "../../../functions/workflows/observe-service-group.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { runId, tenantId } from "../../builders/a-run.ts";

const work = { tenantId, runId, attempt: 1, group: "rbac", types: ["roleScopeTag"] };
const busy = { kind: "busy", until: startOfTime };

/** Lets the workflow find its group busy so many times, and tells what it asked for. */
function liveThrough(rounds: number, version: string | undefined) {
  const generations: unknown[] = [];
  const df = {
    version,
    getInput: () => work,
    currentUtcDateTime: new Date(startOfTime),
    callActivityWithRetry: (name: string) => name,
    createTimer: () => "timer",
    continueAsNew: (input: unknown) => void generations.push(input),
  };
  // Only what this workflow uses stands in for the context.
  const steps = observeServiceGroup({ df } as unknown as OrchestrationContext);
  const asked: unknown[] = [steps.next().value];
  for (let round = 1; round <= rounds; round += 1) {
    asked.push(steps.next(busy).value);
    const after = steps.next(undefined);
    if (after.done) return { asked, generations, isOver: true };
    asked.push(after.value);
  }
  return { asked, generations, isOver: false };
}

describe("the workflow of a service group", () => {
  it("begins a new generation after 50 rounds of waiting, so that its history stays short", () => {
    const { asked, generations, isOver } = liveThrough(1_000, "1.1");
    expect(asked).toHaveLength(100);
    expect([isOver, generations]).toEqual([true, [work]]);
  });

  it.each(["1.0", undefined])(
    "goes on without generations where it was begun without them, as version %s (pitfall 27)",
    (version) => {
      expect(liveThrough(1_000, version)).toMatchObject({ generations: [], isOver: false });
    },
  );
});
