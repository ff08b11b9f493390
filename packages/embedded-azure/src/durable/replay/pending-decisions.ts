import type { HistoryEvent } from "../history-event.ts";
import type { Decision } from "./decision.ts";
import { ReplayTask } from "./replay-task.ts";

/** The code no longer does what the history says it did. */
export class NonDeterminism extends Error {
  override readonly name = "NonDeterminism";
}

/** Sequence numbers, what was decided under them, and which tasks are still open. */
export type PendingDecisions = {
  /** Decides something under the next number; the task settles when its result arrives. */
  readonly decide: (make: (id: number) => Decision) => ReplayTask;
  /** The history already holds this decision: it is not new. A different one there is `NonDeterminism`. */
  readonly confirm: (event: HistoryEvent, kind: Decision["kind"]) => void;
  /** A result arrived. An unknown number is a duplicate and is ignored. */
  readonly settle: (id: number | undefined, outcome: "done" | "failed") => void;
  /** Closes a task that nobody waits for any more. */
  readonly cancel: (task: ReplayTask) => void;
  readonly openTasks: () => number;
  readonly unconfirmed: () => readonly Decision[];
  readonly clear: () => void;
};

export function makePendingDecisions(): PendingDecisions {
  const decided = new Map<number, Decision>();
  const open = new Map<number, ReplayTask>();
  let nextId = 0;

  function confirm(event: HistoryEvent, kind: Decision["kind"]): void {
    const decision = decided.get(event.EventId);
    if (!decision || decision.kind !== kind || !sameName(decision, event)) throw mismatch(event, kind, decision);
    decided.delete(event.EventId);
  }

  return {
    decide(make) {
      const id = nextId++;
      const task = new ReplayTask();
      const decision = make(id);
      decided.set(id, decision);
      if (decision.kind !== "completion") open.set(id, task);
      return task;
    },
    confirm,
    settle(id, outcome) {
      const task = id === undefined ? undefined : open.get(id);
      if (!task || id === undefined) return;
      open.delete(id);
      task.settle(outcome);
    },
    cancel(task) {
      for (const [id, each] of open) if (each === task) open.delete(id);
      task.settle("canceled");
    },
    openTasks: () => open.size,
    unconfirmed: () => [...decided.values()].sort((a, b) => a.id - b.id),
    clear: () => decided.clear(),
  };
}

function sameName(decision: Decision, event: HistoryEvent): boolean {
  return !("name" in decision) || decision.name.toLowerCase() === event.Name?.toLowerCase();
}

function mismatch(event: HistoryEvent, kind: string, decision: Decision | undefined): NonDeterminism {
  const past = `${kind} ${event.Name ?? ""}`.trim();
  const now = decision ? `${decision.kind} ${"name" in decision ? decision.name : ""}`.trim() : "nothing";
  return new NonDeterminism(
    `Non-deterministic orchestrator: the history holds ${past} under sequence number ${event.EventId}, the code now asks for ` +
      `${now}. Was the orchestrator changed while this instance was running?`,
  );
}
