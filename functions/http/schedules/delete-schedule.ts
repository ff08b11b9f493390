import { z } from "zod";
import { tenantRoute } from "../tenant-route.ts";
import { toInitiator } from "../to-initiator.ts";
import { scheduleParams } from "./schedule-view.ts";

export const deleteSchedule = tenantRoute({
  id: "deleteSchedule",
  method: "DELETE",
  path: "tenants/{tenantId}/schedules/{scheduleId}",
  summary: "Delete a snapshot schedule; its runs and snapshots stay.",
  right: "schedule.write",
  params: scheduleParams,
  answers: { 204: z.undefined() },
  handle: async (app, { scope, caller, params }) => {
    await app.schedules.remove(scope, params.scheduleId, toInitiator(caller));
    return { status: 204, body: undefined };
  },
});
