import { z } from "zod";
import { startedViewSchema } from "../../../src/domain/operation-run/run-view.ts";
import { startReading } from "../operations/start.ts";
import { tenantRoute } from "../tenant-route.ts";

export const syncInventory = tenantRoute({
  id: "syncInventory",
  method: "POST",
  path: "tenants/{tenantId}/inventory/sync",
  summary: "Read the tenant again and update its inventory.",
  right: "inventory.sync",
  isStart: true,
  body: z.strictObject({ types: z.array(z.string()).min(1).max(500).optional() }),
  answers: { 200: startedViewSchema, 202: startedViewSchema },
  handle: (app, request) =>
    startReading(app, request, { type: "inventory.sync", types: request.body.types, label: null }),
});
