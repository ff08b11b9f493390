import { z } from "zod";
import { startedViewSchema } from "../../../../src/domain/operation-run/run-view.ts";
import { labelSchema } from "../../../../src/domain/tenant/tenant-terms.ts";
import { tenantIdSchema } from "../../../../src/domain/tenant-scope/tenant-scope.ts";
import { answerStart } from "../../operations/start.ts";
import { platformRoute } from "../../platform-route.ts";

const startBody = z
  .strictObject({
    type: z.enum(["fleet.snapshot", "definitions.refresh"]),
    /** Left out: all tenants there are. */
    tenants: z.array(tenantIdSchema).min(1).max(10_000).optional(),
    /** Instead of `tenants`: those that have one of these labels now. */
    labels: z.array(labelSchema).min(1).max(20).optional(),
  })
  .refine(({ tenants, labels }) => !(tenants && labels), { path: ["labels"], error: "must stand without tenants" })
  .refine(({ type, tenants, labels }) => type === "fleet.snapshot" || !(tenants ?? labels), {
    path: ["type"],
    error: "is of no tenants: send it alone",
  });

export const startPlatformOperation = platformRoute({
  id: "startPlatformOperation",
  method: "POST",
  path: "platform/operations",
  summary:
    "Take a snapshot of several tenants, or of all: one run in each, the largest first, so many at once. Or read the names of settings anew.",
  isStart: true,
  body: startBody,
  // 10,000 ids of 39 bytes each, and a margin for a body that is written with spaces or names some too many.
  maxBodyBytes: 524_288,
  answers: { 200: startedViewSchema, 202: startedViewSchema },
  handle: (app, request) =>
    answerStart(app, request, request.body, async (context) => {
      if (request.body.type === "definitions.refresh") return app.startRefresh(context);
      return app.fleet.start(await app.fleet.select(request.body), context);
    }),
});
