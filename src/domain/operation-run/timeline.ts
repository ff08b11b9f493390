import { z } from "zod";
import type { AuditEntry } from "../audit/audit-entry.ts";
import type { OperationRun } from "./operation-run.ts";

/** One thing that happened to a run. */
export const transitionSchema = z.object({
  at: z.iso.datetime(),
  event: z.enum(["queued", "sent", "started", "requeued", "cancel_requested", "ended"]),
  attempt: z.int().min(1),
  /** Why the system sent it back, or how it ended. */
  reason: z.string().nullable(),
  actor: z.object({ kind: z.string(), name: z.string() }).nullable(),
});

export type RunTransition = z.infer<typeof transitionSchema>;

type Happening = Omit<RunTransition, "at" | "actor">;

/**
 * What happened to a run, oldest first: from the audit entries that each transition wrote in its own transaction, and
 * for the attempt that holds the run now from the run itself.
 */
export function timelineOf(run: OperationRun, audit: readonly AuditEntry[]): RunTransition[] {
  const audited = audit.flatMap((entry) => toTransitions(entry));
  const now = [timed(run, run.dispatchedAt, "sent"), timed(run, run.startedAt, "started")];
  return [...audited, ...now.flat()].toSorted(inOrder);
}

// Two things of one millisecond happened in this order.
const order = ["queued", "requeued", "sent", "started", "cancel_requested", "ended"];

function inOrder(a: RunTransition, b: RunTransition): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.attempt - b.attempt || order.indexOf(a.event) - order.indexOf(b.event);
}

function toTransitions({ action, at, actor, before, after }: AuditEntry): RunTransition[] {
  const of = (happening: Happening): RunTransition => ({
    at,
    ...happening,
    actor: { kind: actor.kind, name: actor.name },
  });
  const attempt = numberIn(before, "attempt") ?? 1;
  if (action === "operation.created") return [of({ event: "queued", attempt: 1, reason: null })];
  if (action === "operation.cancel_requested") return [of({ event: "cancel_requested", attempt, reason: null })];
  if (action === "operation.ended") return [of({ event: "ended", attempt, reason: textIn(after, "outcome") })];
  if (action !== "operation.reattempted") return [];
  const started = timed({ attempt }, textIn(before, "startedAt"), "started");
  return [...started, of({ event: "requeued", attempt: attempt + 1, reason: textIn(after, "reason") })];
}

function timed(
  { attempt }: Pick<OperationRun, "attempt">,
  at: string | null,
  event: RunTransition["event"],
): RunTransition[] {
  return at === null ? [] : [{ at, event, attempt, reason: null, actor: null }];
}

function numberIn(values: AuditEntry["before"], name: string): number | null {
  const value = values?.[name];
  return typeof value === "number" ? value : null;
}

function textIn(values: AuditEntry["before"], name: string): string | null {
  const value = values?.[name];
  return typeof value === "string" ? value : null;
}
