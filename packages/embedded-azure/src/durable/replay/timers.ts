import type { PendingDecisions } from "./pending-decisions.ts";
import { ReplayTask } from "./replay-task.ts";

const dayMs = 86_400_000;

/** Azure Storage holds a message for at most 7 days, so the extension cuts timers beyond `longestMs` into pieces; so does the SDK. */
export const timerLimits = { longestMs: 6 * dayMs, pieceMs: 3 * dayMs };

export type Timers = {
  /** A timer of the orchestrator. */
  readonly start: (fireAt: number, canceled: boolean) => ReplayTask;
  /** One timer of the engine's own, however long. */
  readonly startAt: (fireAt: number) => ReplayTask;
};

export function makeTimers(decisions: PendingDecisions, now: () => number): Timers {
  function single(at: number, canceled: boolean): ReplayTask {
    const fireAt = new Date(at).toISOString();
    const task = decisions.decide((id) => ({ kind: "timer", id, fireAt, canceled }));
    if (canceled) decisions.cancel(task);
    return task;
  }

  function inPieces(fireAt: number, canceled: boolean): ReplayTask {
    const whole = new ReplayTask();
    const left = fireAt - now();
    const piece = single(left > timerLimits.longestMs ? now() + timerLimits.pieceMs : fireAt, canceled);
    piece.whenSettled(() => {
      if (canceled || now() >= fireAt) whole.settle(canceled ? "canceled" : "done");
      else inPieces(fireAt, canceled).whenSettled(() => whole.settle("done"));
    });
    return whole;
  }

  return { start: inPieces, startAt: (fireAt) => single(fireAt, false) };
}
