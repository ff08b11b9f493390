import { z } from "zod";
import { type Notification, notificationSchema } from "../../../src/domain/notification/notification.ts";

/** A notification as its recipient sees it (interfaces.md). */
export const notificationViewSchema = notificationSchema
  .omit({ recipientId: true })
  .extend({ viewUrl: z.url() })
  .meta({ id: "Notification" });

export function toNotificationView(
  notification: Notification,
  portalUrl: string,
): z.infer<typeof notificationViewSchema> {
  const { tenantId, runId, scheduleId } = notification;
  const about = scheduleId === null ? `operations/${runId}` : `schedules/${scheduleId}`;
  const viewUrl = `${portalUrl}${tenantId === "platform" ? "/platform" : `/tenants/${tenantId}`}/${about}`;
  return notificationViewSchema.parse({ ...notification, viewUrl });
}
