import { isoTime } from "../../domain/clock/clock.ts";
import type { Schedule } from "../../domain/schedule/schedule.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import { openTenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { type ClaimSlotDeps, claimDueSlot, type SlotOutcome } from "./claim-due-slot.ts";
import { keepPromise } from "./keep-promise.ts";

export type FireDeps = ClaimSlotDeps & {
  readonly aggregation: Pick<Aggregation, "dueSchedules">;
  /** How many schedules are handled at once. */
  readonly atOnce: number;
};

export type FireReport = {
  readonly looked: number;
  readonly slots: readonly { scheduleId: string; outcome: SlotOutcome }[];
};

/** Starts what is due in all tenants, and checks the promises that may be broken or kept again. */
export async function fireSchedules(deps: FireDeps, onError: (error: unknown) => void): Promise<FireReport> {
  const due = await deps.aggregation.dueSchedules(isoTime(deps.clock.nowMs()));
  const fired = await mapAtOnce(due, deps.atOnce, async (schedule) => {
    return { scheduleId: schedule.id, outcome: await fire(deps, schedule, onError) };
  });
  return { looked: due.length, slots: fired.filter(({ outcome }) => outcome !== "not_due") };
}

/** One schedule that cannot be handled now must not keep the others from it; it is tried again next time. */
async function fire(deps: FireDeps, schedule: Schedule, onError: (error: unknown) => void): Promise<SlotOutcome> {
  const scope = openTenantScope(schedule.tenantId, "aggregated");
  try {
    const { outcome, schedule: after } = await claimDueSlot(deps, scope, schedule, onError);
    await keepPromise(deps, scope, after);
    return outcome;
  } catch (error) {
    onError(error);
    return "not_due";
  }
}
