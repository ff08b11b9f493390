import { Fault } from "../../domain/error/fault.ts";
import { minMinutesApart, parseCron } from "../../domain/schedule/cron.ts";
import type { ScheduleRules } from "../../domain/schedule/schedule-rules.ts";

/** Fault `invalid_request` when two slots are nearer to each other than the rules allow. */
export function checkCron(rules: ScheduleRules, cron: string): void {
  if (minMinutesApart(parseCron(cron)) >= rules.minMinutesApart) return;
  const problem = `cron: two slots must be ${rules.minMinutesApart} minutes apart at least.`;
  throw new Fault("invalid_request", problem, { target: "cron" });
}

/** The cron expression has no slot, ever: 30 February. */
export function noSuchDay(): Fault {
  return new Fault("invalid_request", "cron: names no day that exists.", { target: "cron" });
}
