import { z } from "zod";
import { startedViewSchema } from "../../../../src/domain/operation-run/run-view.ts";
import { tenantIdSchema } from "../../../../src/domain/tenant/tenant-scope.ts";
import { keyOf, toStarted } from "../../operations/start.ts";
import { platformRoute } from "../../platform-route.ts";
import { toInitiator } from "../../to-initiator.ts";

const fleetBody = z.strictObject({
  type: z.literal("fleet.snapshot"),
  /** Left out: all tenants there are. */
  tenants: z.array(tenantIdSchema).min(1).optional(),
});

export const startPlatformOperation = platformRoute({
  id: "startPlatformOperation",
  method: "POST",
  path: "platform/operations",
  summary: "Take a snapshot of several tenants, or of all: one run in each, the largest first, so many at once.",
  isStart: true,
  body: fleetBody,
  answers: { 200: startedViewSchema, 202: startedViewSchema },
  handle: async (app, request) => {
    const { scope, caller, trace, body } = request;
    const initiator = toInitiator(caller);
    const started = await app.fleet.start(body.tenants, { scope, initiator, ...trace, ...keyOf(request, body) });
    return toStarted(app, started);
  },
});
