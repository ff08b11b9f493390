import { z } from "zod";
import { tenantIdSchema } from "../tenant/tenant-scope.ts";

/** Told to a run's initiator only: when it was queued and when it ended (S3). */
export const notificationSchema = z.object({
  id: z.string(),
  kind: z.enum(["queued", "ended"]),
  tenantId: tenantIdSchema,
  /** The person it is for. */
  recipientId: z.string(),
  runId: z.string(),
  outcome: z.enum(["pending", "succeeded", "partially_succeeded", "failed", "cancelled"]),
  message: z.string(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});

export type Notification = z.infer<typeof notificationSchema>;
