import type { Words } from "../words/words.ts";

/** What a person calls the state of a run: the API's status and outcome, and what a running one does now. */
export type ShownRunState = keyof Words["parts"]["states"];

/** What of a run decides its state; the fields of the API. */
export type RunFacts = {
  readonly status: string;
  readonly outcome: string;
  readonly activity: string;
  readonly attempt: number;
  readonly cancelRequestedAt: string | null;
};

const ends = ["succeeded", "partially_succeeded", "failed", "cancelled"] as const;
const notWorking = ["queued", "waiting", "throttled", "stalled"] as const;

/** One state for a run. What stops it comes before what it is doing: cancelling, then a wait, then another attempt. */
export function stateOfRun({ status, outcome, activity, attempt, cancelRequestedAt }: RunFacts): ShownRunState {
  if (status === "completed") return ends.find((end) => end === outcome) ?? "unknown";
  if (cancelRequestedAt !== null) return "cancelling";
  const stopped = notWorking.find((each) => each === activity);
  if (stopped !== undefined) return stopped;
  if (status !== "running") return status === "queued" ? "queued" : "unknown";
  return attempt > 1 ? "retrying" : "running";
}
