import { callerRoute } from "../caller-route.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { notificationViewSchema, toNotificationView } from "./notification-view.ts";

export const listNotifications = callerRoute({
  id: "listNotifications",
  method: "GET",
  path: "notifications",
  summary: "The caller's own notifications, newest first.",
  query: listQuery,
  answers: { 200: pageSchema(notificationViewSchema) },
  handle: async (app, { caller, query }) => {
    const page = await app.aggregation.notificationsOf(caller.id, toPageRequest(query));
    const items = page.items.map((each) => toNotificationView(each, app.portalUrl));
    return { status: 200, body: { items, nextPage: page.nextPage } };
  },
});
