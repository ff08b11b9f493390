import { z } from "zod";
import type { HttpApp } from "../../../src/app/http-app.ts";
import { errorCodeSchema } from "../../../src/domain/error/error-codes.ts";
import { type Schedule, scheduleSchema } from "../../../src/domain/schedule/schedule.ts";
import { type Slot, slotSchema } from "../../../src/domain/schedule/slot.ts";
import type { TenantScope } from "../../../src/domain/tenant-scope/tenant-scope.ts";

const time = z.iso.datetime();

/** What became of a slot: the outcome of its run, or why there is none. Null when the run's record has expired. */
const slotOutcomeSchema = z
  .enum(["pending", "succeeded", "partially_succeeded", "failed", "cancelled", "skipped", "missed"])
  .nullable();

const slotFields = {
  at: time,
  runId: z.string().nullable(),
  outcome: slotOutcomeSchema,
  /** Why it was skipped, when no run is named that was still active. */
  code: errorCodeSchema.optional(),
};

/** A schedule as a member of its tenant sees it (interfaces.md). */
export const scheduleViewSchema = scheduleSchema
  .pick({
    id: true,
    tenantId: true,
    cron: true,
    timeZone: true,
    jitterMinutes: true,
    types: true,
    paused: true,
    promiseHours: true,
    missedSlots: true,
    nextSlotAt: true,
    promise: true,
    createdAt: true,
  })
  .extend({ lastSlot: z.object(slotFields).nullable() })
  .meta({ id: "Schedule" });

export const slotViewSchema = slotSchema
  .pick({ dueAt: true, missedBefore: true })
  .extend(slotFields)
  .meta({ id: "Slot" });

export const scheduleParams = z.strictObject({ scheduleId: z.string().regex(/^schedule-[0-9a-z]{26}$/) });

type LastSlot = NonNullable<Schedule["lastSlot"]>;

export async function toScheduleView(
  app: HttpApp,
  scope: TenantScope,
  schedule: Schedule,
): Promise<z.infer<typeof scheduleViewSchema>> {
  const { lastSlot } = schedule;
  return scheduleViewSchema.parse({ ...schedule, lastSlot: lastSlot && (await slotFieldsOf(app, scope, lastSlot)) });
}

export async function toSlotView(
  app: HttpApp,
  scope: TenantScope,
  slot: Slot,
): Promise<z.infer<typeof slotViewSchema>> {
  return slotViewSchema.parse({ ...slot, ...(await slotFieldsOf(app, scope, slot)) });
}

async function slotFieldsOf(app: HttpApp, scope: TenantScope, { at, runId, state, code }: LastSlot) {
  const why = { code: code ?? undefined };
  if (state !== "started" || runId === null) return { at, runId, outcome: state, ...why };
  return { at, runId, outcome: (await app.storesFor(scope).runs.read(runId))?.outcome ?? null, ...why };
}
