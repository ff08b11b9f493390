import { startedViewSchema } from "../../../src/domain/operation-run/run-view.ts";
import { answerStart } from "../operations/start.ts";
import { tenantRoute } from "../tenant-route.ts";

export const syncDirectory = tenantRoute({
  id: "syncDirectory",
  method: "POST",
  path: "tenants/{tenantId}/directory/sync",
  summary: "Read what changed of the tenant's groups into the directory cache.",
  right: "directory.sync",
  isStart: true,
  answers: { 200: startedViewSchema, 202: startedViewSchema },
  handle: (app, request) =>
    answerStart(app, request, { type: "directory.sync" }, (context) =>
      app.startOperation({ ...context, type: "directory.sync", objectTypes: [], isEveryType: false, label: null }),
    ),
});
