import { createHash } from "node:crypto";
import { z } from "zod";
import { storedCodeSchema } from "../error/error-codes.ts";

const time = z.iso.datetime();

/** What this version makes of slots. */
export type SlotState = "started" | "skipped" | "missed";

/** What became of one slot of a schedule: a create-only document, so a slot is decided once. */
export const slotSchema = z.object({
  id: z.string(),
  scheduleId: z.string(),
  /** As the cron expression names it. */
  at: time,
  dueAt: time,
  /**
   * `started`: the run was made with this slot. `skipped`: the same work was still active, in the run named, or the code
   * says why. `missed`: no worker ran when it was due. A newer version may have others.
   */
  state: z.string().meta({ examples: ["started", "skipped", "missed"] }),
  runId: z.string().nullable(),
  code: storedCodeSchema.nullable().default(null),
  /** Slots before this one that passed while nothing ran. */
  missedBefore: z.int().min(0),
});

export type Slot = z.infer<typeof slotSchema>;

const minuteMs = 60_000;

/** The same slot has the same id, whoever computes it and when. */
export function slotIdOf(scheduleId: string, slotMs: number): string {
  return `${scheduleId}-slot-${Math.floor(slotMs / minuteMs)}`;
}

/** When a slot starts: its time, later by whole seconds within the jitter window, always the same for one slot. */
export function dueAtOf(scheduleId: string, slotMs: number, jitterMinutes: number): number {
  const windowSeconds = jitterMinutes * 60;
  if (windowSeconds === 0) return slotMs;
  const hash = createHash("sha256").update(slotIdOf(scheduleId, slotMs)).digest().readUInt32BE(0);
  return slotMs + (hash % windowSeconds) * 1_000;
}
