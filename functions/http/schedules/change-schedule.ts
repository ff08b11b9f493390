import type { ScheduleTerms } from "../../../src/domain/schedule/schedule.ts";
import { definedOnly } from "../defined-only.ts";
import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { scheduleChangeBody } from "./schedule-body.ts";
import { scheduleParams, scheduleViewSchema, toScheduleView } from "./schedule-view.ts";

export const changeSchedule = tenantRoute({
  id: "changeSchedule",
  method: "PATCH",
  path: "tenants/{tenantId}/schedules/{scheduleId}",
  summary: "Change, pause or resume a snapshot schedule.",
  right: "schedule.write",
  params: scheduleParams,
  body: scheduleChangeBody,
  answers: { 200: scheduleViewSchema },
  handle: async (app, { scope, caller, params, body }) => {
    const changes = definedOnly<Partial<ScheduleTerms>>(body);
    const schedule = await app.schedules.change(scope, params.scheduleId, changes, toInitiator(caller));
    return { status: 200, body: await toScheduleView(app, scope, schedule) };
  },
});
