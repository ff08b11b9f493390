import { z } from "zod";
import { limitedCountSchema } from "../../../src/domain/counts/limited-count.ts";
import { callerRoute } from "../caller-route.ts";
import { utcTime } from "../utc-time.ts";

export const readNotifications = callerRoute({
  id: "readNotifications",
  method: "POST",
  path: "notifications/read",
  summary: "Mark the caller's own notifications up to a time as read, at most 1,000 at once; answers what is left.",
  body: z.strictObject({ upTo: utcTime }),
  answers: { 200: limitedCountSchema },
  handle: async (app, { caller, body }) => {
    await app.markReadUpTo(caller, body.upTo);
    return { status: 200, body: await app.aggregation.unreadOf(caller.id) };
  },
});
