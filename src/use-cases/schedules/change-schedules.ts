import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { Initiator } from "../../domain/operation-run/operation-run.ts";
import { nextSlotOf } from "../../domain/schedule/plan-slots.ts";
import { evaluatePromise, type PromiseChange } from "../../domain/schedule/promise.ts";
import type { ScheduleRecords, ScheduleRepository } from "../../domain/schedule/repository.ts";
import type { Schedule, ScheduleTerms } from "../../domain/schedule/schedule.ts";
import { auditOfChange } from "../../domain/schedule/schedule-records.ts";
import type { ScheduleRules } from "../../domain/schedule/schedule-rules.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { checkCron, noSuchDay } from "./check-cron.ts";
import { zoneOf } from "./zone-of.ts";

export type ScheduleDeps = {
  readonly storesFor: StoresFor;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly rules: ScheduleRules;
  /** Throws a Fault `unknown_object_type`. */
  readonly resolveTypes: (scope: TenantScope, types: readonly string[] | undefined) => Promise<unknown>;
};

export type NewTerms = Omit<ScheduleTerms, "timeZone"> & { readonly timeZone?: string | undefined };

/**
 * Makes a schedule with its audit entry. Without a time zone it is read in the tenant's. Faults: `invalid_request`, and
 * `too_many_schedules` when the tenant has as many as it may.
 */
export async function createSchedule(
  deps: ScheduleDeps,
  scope: TenantScope,
  terms: NewTerms,
  actor: Initiator,
): Promise<Schedule> {
  checkCron(deps.rules, terms.cron);
  await deps.resolveTypes(scope, terms.types ?? undefined);
  const stores = deps.storesFor(scope);
  await checkCount(deps.rules, stores.schedules);
  const timeZone = terms.timeZone ?? (await zoneOf(stores));
  const nowMs = deps.clock.nowMs();
  const now = isoTime(nowMs);
  const schedule = planned(
    {
      ...terms,
      timeZone,
      id: `schedule-${deps.newId()}`,
      tenantId: scope.tenantId,
      createdAt: now,
      nextSlotAt: null,
      nextDueAt: null,
      lastSlot: null,
      promise: { state: "none", since: now, lastCompleteAt: null },
      promiseCheckAt: null,
      promisedFrom: now,
    },
    nowMs,
  );
  await stores.schedules.create(schedule, recordsOf(deps, null, schedule, actor));
  return schedule;
}

// A write meets another one only when two people, or a person and the timer, act within one moment.
const maxTries = 5;

/** Changes some terms. What was due before the change and has not started is not made up for. Fault `not_found`. */
export async function changeSchedule(
  deps: ScheduleDeps,
  scope: TenantScope,
  scheduleId: string,
  changes: Partial<ScheduleTerms>,
  actor: Initiator,
): Promise<Schedule> {
  if (changes.cron !== undefined) checkCron(deps.rules, changes.cron);
  await deps.resolveTypes(scope, changes.types ?? undefined);
  const { schedules } = deps.storesFor(scope);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const known = await schedules.read(scheduleId);
    if (!known) throw noSuchSchedule();
    const after = changed(known.schedule, changes, deps.clock.nowMs());
    const records = recordsOf(deps, known.schedule, after, actor);
    if ((await schedules.replace(after, known.version, records)) === "replaced") return after;
  }
  throw new Fault("conflict", "The schedule was changed by others at the same time.", { target: scheduleId });
}

/** Deletes a schedule; its runs and snapshots stay. Fault `not_found`. */
export async function removeSchedule(
  deps: ScheduleDeps,
  scope: TenantScope,
  scheduleId: string,
  actor: Initiator,
): Promise<void> {
  const { schedules } = deps.storesFor(scope);
  const known = await schedules.read(scheduleId);
  if (!known) throw noSuchSchedule();
  const answer = await schedules.remove(scheduleId, recordsOf(deps, known.schedule, null, actor));
  if (answer === "moved_on") throw noSuchSchedule();
}

/** Two people at the same moment may make one more: the number is no promise to anybody. */
async function checkCount(rules: ScheduleRules, schedules: ScheduleRepository): Promise<void> {
  const { items } = await schedules.list({ limit: rules.maxPerTenant, page: null });
  if (items.length < rules.maxPerTenant) return;
  throw new Fault("too_many_schedules", `A tenant may have ${rules.maxPerTenant} schedules.`);
}

function noSuchSchedule(): Fault {
  return new Fault("not_found", "There is no such schedule in this tenant.");
}

/** The next slot moves only when what it is computed from does: renaming types must not lose a slot in its jitter. */
function changed(before: Schedule, changes: Partial<ScheduleTerms>, nowMs: number): Schedule {
  const after = { ...before, ...changes };
  const isSame = (["cron", "timeZone", "jitterMinutes", "paused"] as const).every(
    (term) => before[term] === after[term],
  );
  const promisesAnew = before.paused !== after.paused || before.promiseHours !== after.promiseHours;
  const promised = promisesAnew ? { ...after, promisedFrom: isoTime(nowMs) } : after;
  return isSame ? { ...promised, ...promiseOf(promised, nowMs) } : planned(promised, nowMs);
}

/** A breach is noted by the timer alone, because it notifies the managers first: here its check is made due. */
function promiseOf(schedule: Schedule, nowMs: number): PromiseChange {
  const judged = evaluatePromise(schedule, schedule.promise.lastCompleteAt, nowMs);
  const isBreach = judged.promise.state === "broken" && schedule.promise.state !== "broken";
  return isBreach ? { promise: schedule.promise, promiseCheckAt: isoTime(nowMs) } : judged;
}

/** A schedule with its next slot and the state of its promise. Fault `invalid_request` when it has no slot, ever. */
function planned(schedule: Schedule, nowMs: number): Schedule {
  if (nextSlotOf({ ...schedule, paused: false }, nowMs).nextSlotAt === null) {
    throw noSuchDay();
  }
  return { ...schedule, ...nextSlotOf(schedule, nowMs), ...promiseOf(schedule, nowMs) };
}

function recordsOf(
  { clock, newId }: ScheduleDeps,
  before: Schedule | null,
  after: Schedule | null,
  actor: Initiator,
): ScheduleRecords {
  const audit = auditOfChange(before, after, actor, { at: isoTime(clock.nowMs()), newId });
  return audit ? { audit } : {};
}
