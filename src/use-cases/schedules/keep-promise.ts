import { isoTime } from "../../domain/clock/clock.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { evaluatePromise } from "../../domain/schedule/promise.ts";
import type { Schedule } from "../../domain/schedule/schedule.ts";
import { breachNotifications } from "../../domain/schedule/schedule-records.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { typesOfRun } from "../run/types-of-run.ts";
import type { ClaimSlotDeps } from "./claim-due-slot.ts";

const hourMs = 3_600_000;
// A run ends at the latest so long after it was created: three attempts of four hours, and time in the queue.
const longestRunMs = 24 * hourMs;

/**
 * Checks whether a schedule's promise is kept, when a check is due. All who may change the schedule are notified of a breach,
 * once each, before it is stored: a crash in between sends the same notifications again, which changes nothing.
 */
export async function keepPromise(deps: ClaimSlotDeps, scope: TenantScope, schedule: Schedule): Promise<void> {
  const nowMs = deps.clock.nowMs();
  if (schedule.promiseCheckAt === null || Date.parse(schedule.promiseCheckAt) > nowMs) return;
  const lastCompleteAt = await newestComplete(deps, scope, schedule, nowMs);
  const change = evaluatePromise(schedule, lastCompleteAt, nowMs);
  const { schedules, tenant } = deps.storesFor(scope);
  const isBreach = change.promise.state === "broken" && schedule.promise.state !== "broken";
  if (isBreach)
    await schedules.notify(breachNotifications(schedule, await tenant.members(), lastCompleteAt, isoTime(nowMs)));
  await schedules.update(schedule, change);
}

/** When the newest snapshot without gaps of the schedule's types was sealed; what was known before when none is newer. */
async function newestComplete(
  deps: ClaimSlotDeps,
  scope: TenantScope,
  schedule: Schedule,
  nowMs: number,
): Promise<string | null> {
  const { runs } = deps.storesFor(scope);
  const { objectTypes: promised } = await deps.allowedTypes(scope, schedule.types ?? undefined);
  const from = isoTime(nowMs - (schedule.promiseHours ?? 0) * hourMs - longestRunMs);
  const filter = { type: "snapshot.take", outcome: "succeeded", from } as const;
  let newest = schedule.promise.lastCompleteAt;
  for (let page: string | null = null, more = true; more; ) {
    const found = await runs.list(filter, { limit: 100, page });
    const ends: string[] = [];
    for (const run of found.items) {
      const read = await typesOfRun(runs, run);
      if (covers(run, schedule, { read, promised })) ends.push(...(run.completedAt === null ? [] : [run.completedAt]));
    }
    newest = [...ends, ...(newest === null ? [] : [newest])].sort().at(-1) ?? null;
    page = found.nextPage;
    more = page !== null && ends.length === 0;
  }
  return newest;
}

/** The schedule's own runs count even when object types were added to the product since. */
function covers(
  { initiator }: OperationRun,
  schedule: Schedule,
  { read, promised }: { readonly read: readonly string[]; readonly promised: readonly string[] },
): boolean {
  const isOwn = initiator.kind === "schedule" && initiator.id === schedule.id;
  return coversTypes(read, isOwn ? promised.filter((type) => read.includes(type)) : promised);
}

/**
 * Whether a snapshot of the types that were read is one of all the required types. Where every type is switched off
 * nothing is: what read nothing is no snapshot of them.
 */
function coversTypes(read: readonly string[], required: readonly string[]): boolean {
  const known = new Set(read);
  return required.length > 0 && required.every((type) => known.has(type));
}
