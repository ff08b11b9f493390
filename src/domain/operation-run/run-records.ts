import type { AuditEntry } from "../audit/audit-entry.ts";
import type { Notification } from "../notification/notification.ts";
import type { Initiator, OperationRun } from "./operation-run.ts";
import type { Records } from "./repository.ts";

type Given = { readonly actor: Initiator; readonly at: string; readonly newId: () => string };

/** The audit entry and the "queued" notification that are written with a new run. */
export function recordsOfCreation(run: OperationRun, given: Given): Records {
  const after = { type: run.type, types: run.input.types, label: run.input.label };
  return {
    audit: auditOf(run, "operation.created", null, after, given),
    ...notificationOf(run, "queued", "pending", `${run.type} is queued.`, given),
  };
}

/** The audit entry and the "ended" notification that are written with the end of a run. */
export function recordsOfEnd(run: OperationRun, outcome: OperationRun["outcome"], given: Given): Records {
  const before = { status: run.status, attempt: run.attempt };
  return {
    audit: auditOf(run, "operation.ended", before, { status: "completed", outcome }, given),
    ...notificationOf(run, "ended", outcome, `${run.type} ended: ${outcome.replaceAll("_", " ")}.`, given),
  };
}

/** The audit entry of a request to cancel a run that is at work; its end is told when it comes. */
export function recordsOfCancel(run: OperationRun, given: Given): Records {
  return { audit: auditOf(run, "operation.cancel_requested", { attempt: run.attempt }, null, given) };
}

export function recordsOfReattempt(run: OperationRun, reason: string, given: Given): Records {
  const { attempt, startedAt, heartbeatAt } = run;
  const before = { attempt, startedAt, heartbeatAt };
  return { audit: auditOf(run, "operation.reattempted", before, { attempt: attempt + 1, reason }, given) };
}

function auditOf(
  run: OperationRun,
  action: AuditEntry["action"],
  before: AuditEntry["before"],
  after: AuditEntry["after"],
  { actor, at, newId }: Given,
): AuditEntry {
  return { id: `audit-${newId()}`, tenantId: run.tenantId, actor, action, target: run.id, before, after, at };
}

function notificationOf(
  run: OperationRun,
  kind: Notification["kind"],
  outcome: Notification["outcome"],
  message: string,
  { at, newId }: Given,
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
