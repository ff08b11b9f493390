import { limitedCountSchema } from "../../../src/domain/counts/limited-count.ts";
import { callerRoute } from "../caller-route.ts";

export const countUnread = callerRoute({
  id: "countUnread",
  method: "GET",
  path: "notifications/unread",
  summary: "How many of the caller's own notifications are not read; counts no further than 100.",
  answers: { 200: limitedCountSchema },
  handle: async (app, { caller }) => ({ status: 200, body: await app.aggregation.unreadOf(caller.id) }),
});
