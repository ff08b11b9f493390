import { Fault } from "../../../src/domain/error/fault.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";
import { scheduleParams, slotViewSchema, toSlotView } from "./schedule-view.ts";

export const listSlots = tenantRoute({
  id: "listSlots",
  method: "GET",
  path: "tenants/{tenantId}/schedules/{scheduleId}/slots",
  summary: "What became of the schedule's slots, newest first, also of those that were skipped or missed.",
  right: "schedule.read",
  params: scheduleParams,
  query: listQuery,
  answers: { 200: pageSchema(slotViewSchema) },
  handle: async (app, { scope, params, query }) => {
    const { schedules } = app.storesFor(scope);
    if (!(await schedules.read(params.scheduleId))) {
      throw new Fault("not_found", "There is no such schedule in this tenant.");
    }
    const page = await schedules.slots(params.scheduleId, toPageRequest(query));
    const items = await Promise.all(page.items.map((each) => toSlotView(app, scope, each)));
    return { status: 200, body: { items, nextPage: page.nextPage } };
  },
});
