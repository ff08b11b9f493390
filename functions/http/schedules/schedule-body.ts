import { scheduleTermsSchema } from "../../../src/domain/schedule/schedule.ts";

const terms = scheduleTermsSchema.shape;

/** Terms of a new schedule; what is not said has its default. Without a time zone it is the tenant's. */
export const newScheduleBody = scheduleTermsSchema.extend({
  timeZone: terms.timeZone.optional(),
  jitterMinutes: terms.jitterMinutes.default(0),
  types: terms.types.default(null),
  paused: terms.paused.default(false),
  // A day and two hours: a daily snapshot keeps it, however long the run takes within reason.
  promiseHours: terms.promiseHours.default(26),
  missedSlots: terms.missedSlots.default("run_latest"),
});

/** Terms to change; what is not said stays. */
export const scheduleChangeBody = scheduleTermsSchema.partial();
