import { startedViewSchema } from "../../../src/domain/operation-run/run-view.ts";
import { answerStart } from "../operations/start.ts";
import { tenantRoute } from "../tenant-route.ts";

export const verifyAudit = tenantRoute({
  id: "verifyAudit",
  method: "POST",
  path: "tenants/{tenantId}/audit/verify",
  summary: "Prove that no audit entry of the tenant was changed, removed or added since it was sealed.",
  right: "audit.verify",
  isStart: true,
  answers: { 200: startedViewSchema, 202: startedViewSchema },
  handle: (app, request) =>
    answerStart(app, request, { type: "audit.verify" }, (context) =>
      app.startOperation({ ...context, type: "audit.verify", objectTypes: [], isEveryType: false, label: null }),
    ),
});
