import { isoTime } from "../../domain/clock/clock.ts";
import { runQueued } from "../../domain/operation-run/events.ts";
import type { SelectedTypes } from "../../domain/operation-run/selected-types.ts";
import { type DueSlots, dueSlotsOf } from "../../domain/schedule/plan-slots.ts";
import type { SlotClaim } from "../../domain/schedule/repository.ts";
import type { Schedule } from "../../domain/schedule/schedule.ts";
import { auditOfSlot } from "../../domain/schedule/schedule-records.ts";
import { type Slot, type SlotState, slotIdOf } from "../../domain/schedule/slot.ts";
import { ownTrace } from "../../domain/telemetry/own-trace.ts";
import { refusalOf } from "../../domain/tenant/tenant-life.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { sendOrDefer } from "../run/send-or-defer.ts";
import { type NewRun, newRun, type StartDeps } from "../run/start-operation.ts";

export type ClaimSlotDeps = StartDeps & {
  /** Those of the types that the tenant's owners have not switched off. */
  readonly allowedTypes: (scope: TenantScope, types: readonly string[] | undefined) => Promise<SelectedTypes>;
  /** A slot that is due for longer than this was missed, in milliseconds. */
  readonly missedAfterMs: number;
};

export type SlotOutcome = SlotState | "not_due" | "others";

type SlotResult = Pick<Slot, "runId" | "code"> & { readonly state: SlotState };

type ClaimResult = { readonly outcome: SlotOutcome; readonly schedule: Schedule };

// An active run that ends between our claim and our read lets ours start; more in a row cannot happen by chance.
const maxTries = 3;

/**
 * Decides the due slot of a schedule once, however many workers check it: a run of its own, `skipped` because the same work
 * is still active, all its types are switched off or the tenant is suspended, or `missed` (runs.md 9). `others`: somebody else was first, or the schedule changed.
 */
export async function claimDueSlot(
  deps: ClaimSlotDeps,
  scope: TenantScope,
  schedule: Schedule,
  onError: (error: unknown) => void,
): Promise<ClaimResult> {
  const nowMs = deps.clock.nowMs();
  const due = dueSlotsOf(schedule, nowMs);
  if (!due) return { outcome: "not_due", schedule };
  const isLate = nowMs - due.dueMs > deps.missedAfterMs;
  if (isLate && schedule.missedSlots !== "skip" && schedule.missedSlots !== "run_latest")
    return { outcome: "others", schedule };
  if (isLate && schedule.missedSlots === "skip")
    return record(deps, scope, schedule, due, { state: "missed", runId: null, code: null });
  const stop = refusalOf((await deps.storesFor(scope).tenant.read()) ?? { state: "active" });
  if (stop) return record(deps, scope, schedule, due, { state: "skipped", runId: null, code: stop });
  const selected = await deps.allowedTypes(scope, schedule.types ?? undefined);
  const nothing = { state: "skipped", runId: null, code: "types_withheld" } as const;
  if (selected.objectTypes.length === 0) return record(deps, scope, schedule, due, nothing);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const made = runOf(deps, scope, schedule, due, selected);
    const { run } = made;
    const started = await record(deps, scope, schedule, due, { state: "started", runId: run.id, code: null }, made);
    if (started.outcome === "started") await sendOrDefer(deps, scope, run, onError);
    if (started.outcome !== "skipped") return started;
    const active = await deps.storesFor(scope).runs.findActive(run.activeKey);
    if (active) return record(deps, scope, schedule, due, { state: "skipped", runId: active.id, code: null });
  }
  return { outcome: "others", schedule };
}

/** Writes the slot, and its run if it has one; `skipped` without having written anything when the work is active. */
async function record(
  deps: ClaimSlotDeps,
  scope: TenantScope,
  before: Schedule,
  due: DueSlots,
  result: SlotResult,
  made?: NewRun,
): Promise<ClaimResult> {
  const { schedules } = deps.storesFor(scope);
  const slot = slotOf(before, due, result);
  const change = { ...due.next, lastSlot: { at: slot.at, runId: slot.runId, state: slot.state, code: slot.code } };
  const claim = { slot, before, change, ...recordsOf(deps, before, slot, made) };
  const answer = await schedules.claimSlot(claim);
  if (answer === "claimed") return { outcome: result.state, schedule: { ...before, ...change } };
  if (answer === "active") return { outcome: "skipped", schedule: before };
  // The slot was decided before, so the schedule must go on, or it would stand still at this slot for ever.
  if (answer === "slot_exists") await schedules.update(before, due.next);
  return { outcome: "others", schedule: before };
}

function slotOf(schedule: Schedule, due: DueSlots, result: SlotResult): Slot {
  return {
    id: slotIdOf(schedule.id, due.slotMs),
    scheduleId: schedule.id,
    at: isoTime(due.slotMs),
    dueAt: isoTime(due.dueMs),
    missedBefore: due.missedBefore,
    ...result,
  };
}

function recordsOf(
  { clock, newId }: ClaimSlotDeps,
  schedule: Schedule,
  slot: Slot,
  made: NewRun | undefined,
): Pick<SlotClaim, "run" | "audit"> {
  const at = isoTime(clock.nowMs());
  const audit = auditOfSlot(schedule, slot, { at, newId });
  return {
    ...(audit ? { audit } : {}),
    ...(made ? { run: queued(made, { at, newId }) } : {}),
  };
}

function queued({ run, ...beside }: NewRun, context: { readonly at: string; readonly newId: () => string }) {
  return { run, records: { ...runQueued(run, { actor: run.initiator, ...context }), ...beside } };
}

function runOf(
  deps: ClaimSlotDeps,
  scope: TenantScope,
  schedule: Schedule,
  due: DueSlots,
  selected: SelectedTypes,
): NewRun {
  const request = {
    scope,
    type: "snapshot.take",
    ...selected,
    label: null,
    initiator: { kind: "schedule", id: schedule.id, name: `${schedule.cron} ${schedule.timeZone}` },
    ...ownTrace(slotIdOf(schedule.id, due.slotMs)),
  } as const;
  return newRun(deps, request);
}
