import { z } from "zod";
import { type Listing, lastListedAt } from "../../../src/domain/inventory/listing.ts";
import { runViewSchema, toRunView } from "../../../src/domain/operation-run/run-view.ts";
import { tenantPromiseSchema } from "../../../src/domain/schedule/tenant-promise.ts";
import { snapshotViewSchema } from "../snapshots/get-snapshot.ts";
import { tenantRoute } from "../tenant-route.ts";
import { tenantViewSchema, toTenantView } from "./tenant-view.ts";

const summarySchema = z
  .object({
    tenant: tenantViewSchema,
    promise: tenantPromiseSchema,
    /** The newest, also one with gaps. */
    snapshot: snapshotViewSchema.nullable(),
    /** Types that had objects when they were last listed completely. */
    objects: z.array(z.object({ type: z.string(), present: z.int().min(1) })),
    /** When most types were last listed completely. */
    asOf: z.iso.datetime().nullable(),
    /** Runs that are queued or running, newest first, at most 20. */
    active: z.array(runViewSchema),
  })
  .meta({ id: "TenantSummary" });

export const getSummary = tenantRoute({
  id: "getTenantSummary",
  method: "GET",
  path: "tenants/{tenantId}/summary",
  summary: "A tenant at a glance: promise, newest snapshot, objects by type, and what is on its way.",
  right: "tenant.read",
  answers: { 200: summarySchema },
  handle: async (app, { scope, role }) => {
    const { tenant, promise, snapshot, lastCompleteAt, listing, active } = await app.summariseTenant(scope);
    const viewing = app.viewing();
    const body = {
      tenant: toTenantView(tenant, role, lastCompleteAt),
      promise,
      snapshot,
      objects: toObjects(listing),
      asOf: lastListedAt(listing),
      active: active.map((run) => toRunView(run, viewing)),
    };
    return { status: 200, body };
  },
});

function toObjects({ objects }: Listing): { type: string; present: number }[] {
  return Object.entries(objects)
    .map(([type, present]) => ({ type, present }))
    .toSorted((a, b) => (a.type < b.type ? -1 : 1));
}
