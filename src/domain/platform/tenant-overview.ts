import { z } from "zod";
import { operationRunSchema } from "../operation-run/operation-run.ts";
import { readinessSchema } from "../readiness/readiness.ts";
import type { snapshotSchema } from "../snapshot/snapshot.ts";
import { tenantSchema } from "../tenant/tenant.ts";
import type { TenantId } from "../tenant-scope/tenant-scope.ts";

const time = z.iso.datetime();

/** One tenant as those who look after all of them see it (P5.2): states and times, nothing of its configuration. */
export const tenantOverviewSchema = z
  .object({
    id: tenantSchema.shape.tenantId,
    name: z.string(),
    state: tenantSchema.shape.state,
    stateReason: z.string().nullable(),
    paused: z.boolean(),
    labels: tenantSchema.shape.labels,
    /** The newest snapshot without gaps of every object type that is on for the tenant now. */
    lastComplete: z
      .object({ snapshotId: z.string(), sealedAt: time, objects: z.int().min(0) })
      .meta({ id: "LastComplete" })
      .nullable(),
    /** The newest run, active or ended. */
    lastRun: operationRunSchema.pick({ id: true, type: true, status: true, outcome: true, createdAt: true }).nullable(),
    /** Promises of its schedules that are broken now. */
    brokenPromises: z.array(
      z.object({
        scheduleId: z.string(),
        promiseHours: z.int().nullable(),
        since: time,
        lastCompleteAt: time.nullable(),
      }),
    ),
    /** What the last check came to, permissions of both applications counted; null before the first. */
    readiness: z
      .object({
        asOf: time,
        state: readinessSchema.shape.state,
        missing: z.int().min(0),
        excess: z.int().min(0),
      })
      .nullable(),
  })
  .meta({ id: "TenantOverview" });

export type TenantOverview = z.infer<typeof tenantOverviewSchema>;

export type OverviewFilter = {
  readonly state?: TenantOverview["state"];
  /** Only tenants with a broken promise. */
  readonly promise?: "broken";
  /** Part of the name, in any case. */
  readonly text?: string;
  readonly label?: string;
  /** Of these tenants alone; left out: of all. */
  readonly only?: readonly TenantId[];
};

const count = z.int().min(0);

export const overviewTotalsSchema = z.object({
  tenants: count,
  /** Tenants that Graph refuses the sign-in for. */
  attention: count,
  paused: count,
  /** Schedules, in all tenants. */
  brokenPromises: count,
});

export type OverviewTotals = z.infer<typeof overviewTotalsSchema>;

/** The newest snapshot without gaps, as the overview shows it. */
export function toLastComplete(snapshot: z.infer<typeof snapshotSchema> | undefined): TenantOverview["lastComplete"] {
  if (!snapshot) return null;
  return { snapshotId: snapshot.id, sealedAt: snapshot.sealedAt, objects: snapshot.counts.succeeded };
}
