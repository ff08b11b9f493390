import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { newScheduleBody } from "./schedule-body.ts";
import { scheduleViewSchema, toScheduleView } from "./schedule-view.ts";

export const createSchedule = tenantRoute({
  id: "createSchedule",
  method: "POST",
  path: "tenants/{tenantId}/schedules",
  summary: "Make a snapshot schedule.",
  right: "schedule.write",
  body: newScheduleBody,
  answers: { 201: scheduleViewSchema },
  handle: async (app, { scope, caller, body }) => {
    const schedule = await app.schedules.create(scope, body, toInitiator(caller));
    const location = `/api/tenants/${scope.tenantId}/schedules/${schedule.id}`;
    return { status: 201, body: await toScheduleView(app, scope, schedule), headers: { location } };
  },
});
