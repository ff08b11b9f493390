import type { AuditAction, AuditEntry } from "../audit/audit-entry.ts";
import type { Notification } from "../notification/notification.ts";
import type { Initiator, OperationRun } from "./operation-run.ts";
import type { FinalOutcome } from "./outcome.ts";
import type { Records } from "./repository.ts";
import type { RunEvent } from "./run-event.ts";

/*
 * Every transition of a run has one function here. The records that it returns go into the transaction that makes it
 * happen: audit entry and notification now, and whatever later must not be missed. `event` is for listeners outside the
 * transaction (with-run-events.ts).
 */

type EventContext = { readonly actor: Initiator; readonly at: string; readonly newId: () => string };

/** A new run: an audit entry, and the "queued" notification to its initiator. */
export function runQueued(run: OperationRun, context: EventContext): Records {
  const after = { type: run.type, ...run.input, types: run.input.types ?? "all" };
  return {
    event: eventOf("queued", run, context),
    audit: auditOf(run, "operation.created", null, after, context),
    ...notificationOf(run, "queued", "pending", `${run.type} is queued.`, context),
  };
}

/** The dispatcher claimed the attempt. */
export function runStarted(run: OperationRun, at: string): Records {
  return { event: eventOf("started", run, bySystem(at)) };
}

/** It stays queued behind another writer of its tenant. */
export function runWaits(run: OperationRun, at: string): Records {
  return { event: eventOf("waiting", run, bySystem(at)) };
}

/** The writer before it has ended. */
export function runWoken(run: OperationRun, at: string): Records {
  return { event: eventOf("woken", run, bySystem(at)) };
}

/** Nobody had taken the message of its attempt. */
export function runResent(run: OperationRun, at: string): Records {
  return { event: eventOf("resent", run, bySystem(at)) };
}

/** The system gave up an attempt and queued the next one. */
export function runRequeued(run: OperationRun, reason: string, context: EventContext): Records {
  const { attempt, startedAt, heartbeatAt } = run;
  const before = { attempt, startedAt, heartbeatAt };
  return {
    event: { ...eventOf("requeued", run, context), attempt: attempt + 1, reason },
    audit: auditOf(run, "operation.reattempted", before, { attempt: attempt + 1, reason }, context),
  };
}

/** A cancel was requested of a run that is at work; its end is an event of its own. */
export function runCancelRequested(run: OperationRun, context: EventContext): Records {
  return {
    event: eventOf("cancel_requested", run, context),
    audit: auditOf(run, "operation.cancel_requested", { attempt: run.attempt }, null, context),
  };
}

/** The end: an audit entry, and the "ended" notification to its initiator. */
export function runEnded(run: OperationRun, outcome: FinalOutcome, context: EventContext): Records {
  const before = { status: run.status, attempt: run.attempt };
  return {
    event: { ...eventOf("ended", run, context), reason: outcome },
    audit: auditOf(run, "operation.ended", before, { status: "completed", outcome }, context),
    ...notificationOf(run, "ended", outcome, `${run.type} ended: ${outcome.replaceAll("_", " ")}.`, context),
  };
}

function eventOf(name: RunEvent["name"], run: OperationRun, { actor, at }: Omit<EventContext, "newId">): RunEvent {
  return { name, at, run, attempt: run.attempt, actor, reason: null };
}

function bySystem(at: string): Omit<EventContext, "newId"> {
  return { actor: systemActor, at };
}

function auditOf(
  run: OperationRun,
  action: AuditAction,
  before: AuditEntry["before"],
  after: AuditEntry["after"],
  { actor, at, newId }: EventContext,
): AuditEntry {
  return { id: `audit-${newId()}`, tenantId: run.tenantId, actor, action, target: run.id, before, after, at };
}

function notificationOf(
  run: OperationRun,
  kind: "queued" | "ended",
  outcome: Notification["outcome"],
  message: string,
  { at, newId }: EventContext,
): { notification?: Notification } {
  if (run.initiator.kind !== "user") return {};
  return {
    notification: {
      id: `notification-${run.tenantId}-${newId()}`,
      kind,
      tenantId: run.tenantId,
      recipientId: run.initiator.id,
      runId: run.id,
      scheduleId: null,
      outcome,
      message,
      createdAt: at,
      readAt: null,
    },
  };
}

export const systemActor: Initiator = { kind: "system", id: "system", name: "TenantPilot" };
