import { z } from "zod";
import { startedViewSchema } from "../../../src/domain/operation-run/run-view.ts";
import { answerStart } from "../operations/start.ts";
import { tenantRoute } from "../tenant-route.ts";

export const verifyTenant = tenantRoute({
  id: "verifyTenant",
  method: "POST",
  path: "tenants/{tenantId}/verify",
  summary: "Check consent, permissions, licences and one read of each kind; what it finds is the tenant's readiness.",
  right: "tenant.verify",
  orPlatform: "change",
  isStart: true,
  body: z.strictObject({}),
  answers: { 200: startedViewSchema, 202: startedViewSchema },
  handle: (app, request) => answerStart(app, request, {}, (context) => app.startVerify(context)),
});
