import { z } from "zod";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";

/**
 * For one person to read; of a newer version there may be other kinds. `queued` and `ended` go to a run's initiator only
 * (S3); `promise_broken` to those who may change the schedule, once a breach; `ownership_taken` to every owner.
 */
export const notificationSchema = z.object({
  id: z.string(),
  kind: z.string().meta({ examples: ["queued", "ended", "promise_broken", "ownership_taken"] }),
  tenantId: tenantIdSchema,
  /** The person it is for. */
  recipientId: z.string(),
  /** Null when it is about no run. */
  runId: z.string().nullable(),
  scheduleId: z.string().nullable().default(null),
  outcome: z.string().nullable(),
  message: z.string(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});

export type Notification = z.infer<typeof notificationSchema>;
