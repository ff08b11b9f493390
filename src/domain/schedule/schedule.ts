import { z } from "zod";
import { timeZoneSchema } from "../clock/time-zone.ts";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";
import { cronSchema } from "./cron.ts";
import { slotSchema } from "./slot.ts";

const time = z.iso.datetime();

const missedSlots = ["run_latest", "skip"] as const;

/** What a person says about a schedule; the rest the system keeps. */
export const scheduleTermsSchema = z.strictObject({
  /** Five fields, read in `timeZone`. */
  cron: cronSchema,
  /** IANA name. */
  timeZone: timeZoneSchema,
  /** Each slot starts up to so many minutes later, always the same for one slot. */
  jitterMinutes: z.int().min(0).max(720),
  /** Object types; null is all of them, also those that come later. */
  types: z.array(z.string().min(1).max(100)).min(1).max(200).nullable(),
  paused: z.boolean(),
  /** A complete snapshot is at most so old, in hours; null promises nothing. */
  promiseHours: z.int().min(1).max(8_760).nullable(),
  /** What to do with slots that passed while no worker ran: start one run for the latest, or none. */
  missedSlots: z.enum(missedSlots),
});

export type ScheduleTerms = z.infer<typeof scheduleTermsSchema>;

/** Whether the promise is kept, and since when that is so. */
const promiseSchema = z.object({
  state: z.string().meta({ examples: ["none", "kept", "broken"] }),
  since: time,
  /** When the newest complete snapshot of the schedule's types was sealed, as of the last check. */
  lastCompleteAt: time.nullable(),
});

/** A snapshot schedule of one tenant. */
export const scheduleSchema = z.object({
  ...scheduleTermsSchema.shape,
  /** Of a newer version it may be something else: then slots that passed are left to that one. */
  missedSlots: z.string().meta({ examples: [...missedSlots] }),
  id: z.string().regex(/^schedule-[0-9a-z]{26}$/),
  tenantId: tenantIdSchema,
  createdAt: time,
  /** The next slot as the cron expression names it; null while paused. */
  nextSlotAt: time.nullable(),
  /** The next slot with its jitter. */
  nextDueAt: time.nullable(),
  lastSlot: slotSchema.pick({ at: true, runId: true, state: true, code: true }).nullable(),
  promise: promiseSchema,
  /** When the promise is checked next; null without one. */
  promiseCheckAt: time.nullable(),
  /** From here the first promise counts: a new schedule has no snapshot yet. */
  promisedFrom: time,
});

export type Schedule = z.infer<typeof scheduleSchema>;
