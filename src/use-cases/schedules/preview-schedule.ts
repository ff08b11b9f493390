import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { nextSlotsOf } from "../../domain/schedule/plan-slots.ts";
import type { ScheduleRules } from "../../domain/schedule/schedule-rules.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { checkCron, noSuchDay } from "./check-cron.ts";
import { zoneOf } from "./zone-of.ts";

type PreviewDeps = { readonly storesFor: StoresFor; readonly clock: Clock; readonly rules: ScheduleRules };

/** How many slots a preview names. */
const previewed = 5;

/**
 * The next slots of terms that are not saved, without jitter. Without a time zone they are read in the tenant's. Fault
 * `invalid_request`, as when a schedule is made.
 */
export async function previewSchedule(
  { storesFor, clock, rules }: PreviewDeps,
  scope: TenantScope,
  { cron, timeZone }: { readonly cron: string; readonly timeZone?: string | undefined },
): Promise<readonly string[]> {
  checkCron(rules, cron);
  const zone = timeZone ?? (await zoneOf(storesFor(scope)));
  const slots = nextSlotsOf(cron, zone, clock.nowMs(), previewed);
  if (slots.length === 0) throw noSuchDay();
  return slots.map(isoTime);
}
