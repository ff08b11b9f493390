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
  const { tenantId } = notification;
  const viewUrl = `${portalUrl}${tenantId === "platform" ? "/platform" : `/tenants/${tenantId}`}/${aboutOf(notification)}`;
  return notificationViewSchema.parse({ ...notification, viewUrl });
}

/** The page that says more, below the tenant's: where it is about neither a schedule nor a run, the audit log. */
function aboutOf({ runId, scheduleId }: Notification): string {
  if (scheduleId !== null) return `schedules/${scheduleId}`;
  return runId === null ? "audit" : `operations/${runId}`;
}
