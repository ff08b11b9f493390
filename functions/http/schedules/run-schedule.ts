import { Fault } from "../../../src/domain/error/fault.ts";
import { startedViewSchema } from "../../../src/domain/operation-run/run-view.ts";
import { answerStart } from "../operations/start.ts";
import { tenantRoute } from "../tenant-route.ts";
import { scheduleParams } from "./schedule-view.ts";

export const runSchedule = tenantRoute({
  id: "runSchedule",
  method: "POST",
  path: "tenants/{tenantId}/schedules/{scheduleId}/run",
  summary: "Take the schedule's snapshot now; its slots stay as they are.",
  right: "schedule.write",
  isStart: true,
  params: scheduleParams,
  answers: { 200: startedViewSchema, 202: startedViewSchema },
  handle: (app, request) => {
    const { scope, params } = request;
    return answerStart(app, request, { scheduleId: params.scheduleId }, async (context) => {
      const known = await app.storesFor(scope).schedules.read(params.scheduleId);
      if (!known) throw new Fault("not_found", "There is no such schedule in this tenant.");
      // As when its slot comes: what the owners have switched off since is left out.
      const selected = await app.allowedTypes(scope, "snapshot.take", known.schedule.types ?? undefined);
      return app.startOperation({ ...context, type: "snapshot.take", ...selected, label: null });
    });
  },
});
