import { Fault } from "../../domain/error/fault.ts";
import { leastMinutesApart, parseCron } from "../../domain/schedule/cron.ts";
import type { ScheduleRules } from "../../domain/schedule/schedule-rules.ts";

/** Fault `invalid_request` when two slots are nearer to each other than the rules allow. */
export function checkCron(rules: ScheduleRules, cron: string): void {
  if (leastMinutesApart(parseCron(cron)) >= rules.leastMinutesApart) return;
  const problem = `cron: two slots must be ${rules.leastMinutesApart} minutes apart at least.`;
  throw new Fault("invalid_request", problem, { target: "cron" });
}

/** The cron expression has no slot, ever: 30 February. */
export function noSuchDay(): Fault {
  return new Fault("invalid_request", "cron: names no day that exists.", { target: "cron" });
}
