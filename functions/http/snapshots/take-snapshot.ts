import { z } from "zod";
import { startedViewSchema } from "../../../src/domain/operation-run/run-view.ts";
import { startReading } from "../operations/start.ts";
import { tenantRoute } from "../tenant-route.ts";

export const takeSnapshot = tenantRoute({
  id: "takeSnapshot",
  method: "POST",
  path: "tenants/{tenantId}/snapshots",
  summary: "Take an immutable snapshot of the tenant, or of some of its object types.",
  right: "snapshot.take",
  isStart: true,
  body: z.strictObject({
    types: z.array(z.string()).min(1).max(500).optional(),
    label: z.string().trim().min(1).max(200).optional(),
  }),
  answers: { 200: startedViewSchema, 202: startedViewSchema },
  handle: (app, request) => {
    const { types, label = null } = request.body;
    return startReading(app, request, { type: "snapshot.take", types, label });
  },
});
