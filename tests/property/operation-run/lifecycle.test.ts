import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  claim,
  end,
  failedWith,
  reattempt,
  requestCancel,
  resend,
  type Transition,
  waitFor,
  wake,
} from "../../../src/domain/operation-run/lifecycle.ts";
import { type OperationRun, operationRunSchema } from "../../../src/domain/operation-run/operation-run.ts";
import { aRun } from "../../builders/a-run.ts";

const failure = { code: "stalled", message: "It stopped.", target: "", count: 1 } as const;
const outcomes = ["succeeded", "partially_succeeded", "failed", "cancelled"] as const;

type Store = { current: OperationRun };

/** What the database does: the change happens when what the transition expects is still true. */
function apply(store: Store, { expected, change }: Transition): boolean {
  const { attempt, status } = store.current;
  if (attempt !== expected.attempt || !expected.status.includes(status)) return false;
  if (expected.wakes !== undefined && expected.wakes !== store.current.wakes) return false;
  if (expected.unset && store.current[expected.unset] !== null) return false;
  store.current = { ...store.current, ...change };
  return true;
}

/** Somebody who read the run some steps ago and acts on what he saw. */
const step = fc.record({
  does: fc.constantFrom("claim", "claim", "reattempt", "end", "cancel", "resend", "wait", "wake"),
  sawStepsAgo: fc.nat({ max: 4 }),
  outcome: fc.constantFrom(...outcomes),
});

function walk(steps: readonly { does: string; sawStepsAgo: number; outcome: (typeof outcomes)[number] }[]) {
  const store: Store = { current: aRun() };
  const history = [store.current];
  for (const { does, sawStepsAgo, outcome } of steps) {
    const seen = history.at(-1 - sawStepsAgo) ?? aRun();
    const nowMs = Date.parse(seen.createdAt) + history.length;
    if (does === "claim") apply(store, claim(seen, nowMs));
    // A re-attempt is decided for runs that are not completed, as `healingOf` does.
    else if (does === "reattempt" && seen.status !== "completed") apply(store, reattempt(seen));
    else if (does === "cancel") apply(store, requestCancel(seen, nowMs));
    else if (does === "resend") apply(store, resend(seen, nowMs));
    else if (does === "wait") apply(store, waitFor(seen, "other"));
    else if (does === "wake") apply(store, wake(seen));
    else if (does === "end") apply(store, end(seen, { ...failedWith(failure), outcome }, nowMs));
    history.push(store.current);
  }
  return history;
}

const history = fc.array(step, { maxLength: 40 }).map(walk);
const pairs = (states: readonly OperationRun[]) =>
  states.slice(1).map((after, position) => [states[position] ?? after, after] as const);

describe("whatever claims, re-attempts, cancels, waits, repeats and ends meet", () => {
  it("nothing changes a completed run (I6)", () => {
    fc.assert(
      fc.property(history, (states) => {
        for (const [before, after] of pairs(states)) if (before.status === "completed") expect(after).toBe(before);
      }),
    );
  });

  it("the attempt only grows, one at a time, and only on the way back to queued", () => {
    fc.assert(
      fc.property(history, (states) => {
        for (const [before, after] of pairs(states)) {
          if (before.attempt === after.attempt) continue;
          expect([after.attempt, after.status]).toEqual([before.attempt + 1, "queued"]);
        }
      }),
    );
  });

  it("a run has its own id as active key when, and only when, it is completed (P6.9, I2)", () => {
    fc.assert(
      fc.property(history, (states) => {
        for (const { id, activeKey, status } of states) expect(activeKey === id).toBe(status === "completed");
      }),
    );
  });

  it("an outcome is there when, and only when, the run is completed", () => {
    fc.assert(
      fc.property(history, (states) => {
        for (const { outcome, status, completedAt } of states) {
          expect(outcome !== "pending").toBe(status === "completed");
          expect(completedAt !== null).toBe(status === "completed");
        }
      }),
    );
  });

  it("a wish to cancel is had once, and never forgotten", () => {
    fc.assert(
      fc.property(history, (states) => {
        for (const [before, after] of pairs(states)) {
          if (before.cancelRequestedAt !== null) expect(after.cancelRequestedAt).toBe(before.cancelRequestedAt);
        }
      }),
    );
  });

  it("the message of an attempt is repeated once at most, but for a wake, which gives it another id (runs.md 8)", () => {
    fc.assert(
      fc.property(history, (states) => {
        for (const [before, after] of pairs(states)) {
          const isSameMessage = before.attempt === after.attempt && before.wakes === after.wakes;
          if (isSameMessage && before.resentAt !== null) expect(after.resentAt).toBe(before.resentAt);
        }
      }),
    );
  });

  it("running is entered by a claim from queued only", () => {
    fc.assert(
      fc.property(history, (states) => {
        for (const [before, after] of pairs(states)) {
          if (after.status === "running" && before.status !== "running") expect(before.status).toBe("queued");
        }
      }),
    );
  });

  it("every state is one that the schema accepts", () => {
    fc.assert(
      fc.property(history, (states) => {
        for (const state of states) expect(operationRunSchema.parse(state)).toEqual(state);
      }),
    );
  });
});
