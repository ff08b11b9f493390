import { z } from "zod";
import { scheduleTermsSchema } from "../../../src/domain/schedule/schedule.ts";
import { tenantRoute } from "../tenant-route.ts";

const { cron, timeZone } = scheduleTermsSchema.shape;

export const previewSchedule = tenantRoute({
  id: "previewSchedule",
  method: "GET",
  path: "tenants/{tenantId}/schedule-preview",
  summary: "The next five slots of terms that are not saved, without jitter. Without a time zone it is the tenant's.",
  right: "schedule.read",
  query: z.strictObject({ cron, timeZone: timeZone.optional() }),
  answers: { 200: z.object({ next: z.array(z.iso.datetime()) }).meta({ id: "SchedulePreview" }) },
  handle: async (app, { scope, query }) => ({
    status: 200,
    body: { next: await app.schedules.preview(scope, query) },
  }),
});
