import type { Initiator, OperationRun } from "./operation-run.ts";

/** One thing that happened to a run. Listeners may miss one when the process dies: what must not is in the transaction. */
export type RunEvent = {
  readonly name: "queued" | "started" | "waiting" | "woken" | "resent" | "requeued" | "cancel_requested" | "ended";
  readonly at: string;
  /** As it was before; as it is, when it is queued. */
  readonly run: OperationRun;
  /** The attempt that the event is about. */
  readonly attempt: number;
  readonly actor: Initiator;
  /** Why the system sent it back, or how it ended. */
  readonly reason: string | null;
};

/** Gets each event once, from whoever made it happen, after it is stored. Must not throw. */
export type PublishRunEvent = (event: RunEvent) => void;
