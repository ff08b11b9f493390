import { z } from "zod";
import { Fault } from "../../../src/domain/error/fault.ts";
import { callerRoute } from "../caller-route.ts";
import { notificationViewSchema, toNotificationView } from "./notification-view.ts";

export const readNotification = callerRoute({
  id: "readNotification",
  method: "POST",
  path: "notifications/{notificationId}/read",
  summary: "Mark one of the caller's own notifications as read.",
  params: z.strictObject({ notificationId: z.string().min(1).max(200) }),
  answers: { 200: notificationViewSchema },
  handle: async (app, { caller, params }) => {
    const notification = await app.markRead(caller, params.notificationId);
    if (!notification) throw new Fault("not_found", "You have no such notification.");
    return { status: 200, body: toNotificationView(notification, app.portalUrl) };
  },
});
