import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";
import { scheduleViewSchema, toScheduleView } from "./schedule-view.ts";

export const listSchedules = tenantRoute({
  id: "listSchedules",
  method: "GET",
  path: "tenants/{tenantId}/schedules",
  summary: "Snapshot schedules of the tenant, newest first.",
  right: "schedule.read",
  query: listQuery,
  answers: { 200: pageSchema(scheduleViewSchema) },
  handle: async (app, { scope, query }) => {
    const page = await app.storesFor(scope).schedules.list(toPageRequest(query));
    const items = await Promise.all(page.items.map((each) => toScheduleView(app, scope, each)));
    return { status: 200, body: { items, nextPage: page.nextPage } };
  },
});
