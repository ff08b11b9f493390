import { isoTime } from "../clock/clock.ts";
import { type Counts, noCounts } from "../counts/counts.ts";
import type { Failure } from "../failure/failure.ts";
import type { OperationRun, RunResult } from "./operation-run.ts";
import type { FinalOutcome } from "./outcome.ts";
import { runTypeOf } from "./run-type.ts";

/*
 * The life of a run. Three modes, four edges (runs.md):
 *
 * queued     entered by creation, and by a re-attempt. Its message is on the way or about to be sent; that of a
 *            run that waits behind another writer (waitingFor) is sent when that one has ended.
 *            Left by the dispatcher's claim, or by an end (cancelled, dispatch failed, dead-lettered).
 * running    entered by the claim of its attempt only. Somebody holds the attempt and reports by heartbeat.
 *            Left by an end, or by the reconciler's re-attempt of a silent read-type run.
 * completed  entered by an end, with exactly one outcome. Never left; the keys that made the run unique are released.
 *
 * Each edge is a Transition: what must still be true in the store, and what then changes, in one conditional write.
 */

export type Transition = {
  readonly expected: {
    readonly attempt: number;
    readonly status: readonly OperationRun["status"][];
    /** What this transition sets, and nobody has set yet: of two at the same moment, one gets a conflict and reads again. */
    readonly unset?: "resentAt" | "cancelRequestedAt";
    /** So often it was woken, and not once more by somebody else. */
    readonly wakes?: number;
  };
  readonly change: Partial<OperationRun>;
};

export type Ending = {
  readonly outcome: FinalOutcome;
  readonly counts: Counts;
  readonly failures: readonly Failure[];
  readonly result: RunResult | null;
  /** How far each service group came, where the parts say more than the run. */
  readonly progress?: OperationRun["progress"];
};

/** queued -> running, by the dispatcher. The deadline of this attempt starts here. */
export function claim(run: OperationRun, nowMs: number): Transition {
  const now = isoTime(nowMs);
  return {
    expected: { attempt: run.attempt, status: ["queued"] },
    change: {
      status: "running",
      startedAt: now,
      heartbeatAt: now,
      deadlineAt: isoTime(nowMs + runTypeOf(run).deadlineMs),
      ...(isWriter(run) ? { writeKey: activeWriter } : {}),
      waitingFor: null,
      progress: {},
      trouble: null,
    },
  };
}

/** The write key of the one run that may change its tenant. */
export const activeWriter = "write";

export function isWriter(run: Pick<OperationRun, "type">): boolean {
  return runTypeOf(run).retry === "write";
}

/** A queued writer behind another one. It is not unsent, so the reconciler leaves it alone until it can be woken. */
export function waitFor(run: OperationRun, writerId: string): Transition {
  return { expected: { attempt: run.attempt, status: ["queued"] }, change: { waitingFor: writerId } };
}

/** No longer behind anybody: its message is about to be sent again, under an id that the broker has not seen. */
export function wake(run: OperationRun): Transition {
  return {
    expected: { attempt: run.attempt, status: ["queued"], wakes: run.wakes },
    change: { waitingFor: null, wakes: run.wakes + 1, dispatchedAt: null, resentAt: null },
  };
}

/** The message of a queued run's attempt is about to be sent once more, which happens at most once an attempt. */
export function resend(run: OperationRun, nowMs: number): Transition {
  return {
    expected: { attempt: run.attempt, status: ["queued"], unset: "resentAt" },
    change: { resentAt: isoTime(nowMs) },
  };
}

/** queued or running -> queued with the next attempt, by the reconciler; the old attempt's holder gets 412 from now on. */
export function reattempt(run: OperationRun): Transition {
  return {
    expected: { attempt: run.attempt, status: [run.status] },
    change: {
      status: "queued",
      attempt: run.attempt + 1,
      dispatchedAt: null,
      resentAt: null,
      startedAt: null,
      heartbeatAt: null,
      progress: {},
    },
  };
}

/** A mark on a running run; whoever holds the attempt sees it with the next heartbeat and ends the run. */
export function requestCancel(run: OperationRun, nowMs: number): Transition {
  return {
    expected: { attempt: run.attempt, status: ["running"], unset: "cancelRequestedAt" },
    change: { cancelRequestedAt: isoTime(nowMs) },
  };
}

/** Whether the system may start the run once more by itself. */
export function mayReattempt(run: OperationRun): boolean {
  const { retry, maxAttempts } = runTypeOf(run);
  return retry === "read" && run.attempt < maxAttempts && run.cancelRequestedAt === null;
}

/** queued or running -> completed. */
export function end(run: OperationRun, ending: Ending, nowMs: number): Transition {
  return {
    expected: { attempt: run.attempt, status: ["queued", "running"] },
    change: {
      status: "completed",
      outcome: ending.outcome,
      completedAt: isoTime(nowMs),
      counts: ending.counts,
      // Of a run that has not ended both are as they were made: empty.
      ...(ending.failures.length > 0 ? { failures: [...ending.failures] } : {}),
      ...(ending.result === null ? {} : { result: ending.result }),
      ...(ending.progress ? { progress: ending.progress } : {}),
      activeKey: run.id,
      ...(isWriter(run) ? { writeKey: run.id } : {}),
      ...(run.waitingFor === null ? {} : { waitingFor: null }),
    },
  };
}

/** The ending of a run that nobody has worked on yet, or whose work nobody can sum any more. */
export const cancelledEnding: Ending = {
  outcome: "cancelled",
  counts: { ...noCounts, total: null },
  failures: [],
  result: null,
};

/** The ending of a run that is closed with one reason, before or without its parts being summed. */
export function failedWith(failure: Failure): Ending {
  return { outcome: "failed", counts: { ...noCounts, total: null }, failures: [failure], result: null };
}
