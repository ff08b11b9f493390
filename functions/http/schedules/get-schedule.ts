import { Fault } from "../../../src/domain/error/fault.ts";
import { tenantRoute } from "../tenant-route.ts";
import { scheduleParams, scheduleViewSchema, toScheduleView } from "./schedule-view.ts";

export const getSchedule = tenantRoute({
  id: "getSchedule",
  method: "GET",
  path: "tenants/{tenantId}/schedules/{scheduleId}",
  summary: "One snapshot schedule, with its last and next slot and the state of its promise.",
  right: "schedule.read",
  params: scheduleParams,
  answers: { 200: scheduleViewSchema },
  handle: async (app, { scope, params }) => {
    const known = await app.storesFor(scope).schedules.read(params.scheduleId);
    if (!known) throw new Fault("not_found", "There is no such schedule in this tenant.");
    return { status: 200, body: await toScheduleView(app, scope, known.schedule) };
  },
});
