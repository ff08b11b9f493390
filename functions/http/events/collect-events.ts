import { z } from "zod";
import { startedViewSchema } from "../../../src/domain/operation-run/run-view.ts";
import { answerStart } from "../operations/start.ts";
import { tenantRoute } from "../tenant-route.ts";
import { utcTime } from "../utc-time.ts";

export const collectEvents = tenantRoute({
  id: "collectEvents",
  method: "POST",
  path: "tenants/{tenantId}/events/collect",
  summary:
    "Read from Microsoft Intune's audit who changed what: since the last reading, 30 days at first, and back to `from` when that is more.",
  right: "inventory.sync",
  isStart: true,
  body: z.strictObject({ from: utcTime.optional() }),
  answers: { 200: startedViewSchema, 202: startedViewSchema },
  handle: (app, request) => {
    const { from = null } = request.body;
    return answerStart(app, request, { type: "events.collect", from }, (context) =>
      app.startCollection({ ...context, from }),
    );
  },
});
