import type { AuditAction, AuditEntry } from "../audit/audit-entry.ts";
import { derivedId } from "../identity/derived-id.ts";
import type { Notification } from "../notification/notification.ts";
import { systemActor } from "../operation-run/events.ts";
import type { Initiator } from "../operation-run/operation-run.ts";
import type { Membership } from "../tenant/membership.ts";
import { hasRight } from "../tenant/rights.ts";
import type { Schedule } from "./schedule.ts";
import type { Slot } from "./slot.ts";

export type RecordContext = { readonly at: string; readonly newId: () => string };

/** A person's change of a schedule: what it was and what it is. Null is "not there". */
export function auditOfChange(
  before: Schedule | null,
  after: Schedule | null,
  actor: Initiator,
  { at, newId }: RecordContext,
): AuditEntry | undefined {
  const schedule = after ?? before;
  if (!schedule) return undefined;
  const action = changeOf(before, after);
  const { tenantId, id: target } = schedule;
  const id = `audit-${newId()}`;
  return { id, tenantId, actor, action, target, before: before && termsOf(before), after: after && termsOf(after), at };
}

function changeOf(before: Schedule | null, after: Schedule | null): AuditAction {
  if (!before) return "schedule.created";
  return after ? "schedule.changed" : "schedule.deleted";
}

function termsOf({ cron, timeZone, jitterMinutes, types, paused, promiseHours, missedSlots }: Schedule) {
  return { cron, timeZone, jitterMinutes, types, paused, promiseHours, missedSlots };
}

/** A slot that did not make a run, or came after some that were missed; a slot in order has its run's entry. */
export function auditOfSlot(schedule: Schedule, slot: Slot, { at, newId }: RecordContext): AuditEntry | undefined {
  if (slot.state === "started" && slot.missedBefore === 0) return undefined;
  const { at: slotAt, state, runId, code, missedBefore } = slot;
  return {
    id: `audit-${newId()}`,
    tenantId: schedule.tenantId,
    actor: systemActor,
    action: state === "skipped" ? "schedule.slot_skipped" : "schedule.slots_missed",
    target: schedule.id,
    before: null,
    after: { slotAt, state, runId, code, missedBefore },
    at,
  };
}

/**
 * One notification for each member who may change schedules: the promise is broken. The same ones whenever they are made
 * for one breach, which is the end of the state that the schedule was in.
 */
export function breachNotifications(
  schedule: Schedule,
  members: readonly Membership[],
  lastCompleteAt: string | null,
  at: string,
): Notification[] {
  // A group reads no notifications, and who is in it is not known here.
  const managers = members.filter(
    ({ role, principalKind }) => principalKind !== "group" && hasRight(role, "schedule.write"),
  );
  const last = lastCompleteAt === null ? "There is none yet." : `The last one was sealed at ${lastCompleteAt}.`;
  return managers.map(({ principalId }) => ({
    id: `notification-${schedule.tenantId}-${derivedId(schedule.id, schedule.promise.since, principalId)}`,
    kind: "promise_broken",
    tenantId: schedule.tenantId,
    recipientId: principalId,
    runId: null,
    scheduleId: schedule.id,
    outcome: null,
    message: `No complete snapshot is at most ${schedule.promiseHours} hours old. ${last}`,
    createdAt: at,
    readAt: null,
  }));
}
