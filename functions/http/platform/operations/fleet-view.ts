import { z } from "zod";
import { linkSchema, linkStates } from "../../../../src/domain/fleet/link.ts";
import type { LinkWithChild } from "../../../../src/domain/fleet/settle-link.ts";
import { runDetailSchema } from "../../../../src/domain/operation-run/run-detail.ts";
import { activityOf, activitySchema, type ViewedAt } from "../../../../src/domain/operation-run/run-waits.ts";
import { pageSchema } from "../../list-query.ts";

/** One tenant of a fleet run, and the run that works for it; that run is read in its tenant, by its members. */
export const childSchema = z
  .object({
    tenantId: linkSchema.shape.childTenantId,
    runId: linkSchema.shape.childRunId,
    state: linkSchema.shape.state,
    joined: linkSchema.shape.joined,
    objects: linkSchema.shape.objects,
    code: linkSchema.shape.code,
    /** What the child does now. */
    activity: activitySchema,
  })
  .meta({ id: "FleetChild" });

const tallySchema = z.object(
  // The keys are the states, all of them.
  Object.fromEntries(linkStates.map((state) => [state, z.int().min(0)])) as Record<
    (typeof linkStates)[number],
    z.ZodInt
  >,
);

/** A fleet run with all that is known of it: how many tenants are in which state, and the first of them. */
export const fleetDetailSchema = runDetailSchema
  .extend({ childCounts: tallySchema, children: pageSchema(childSchema) })
  .meta({ id: "FleetDetail" });

export function toChildView({ link, child }: LinkWithChild, viewing: ViewedAt): z.infer<typeof childSchema> {
  const { childTenantId, childRunId, state, joined, objects, code } = link;
  const activity = child && state === "active" ? activityOf(child, viewing) : "none";
  return { tenantId: childTenantId, runId: childRunId, state, joined, objects, code, activity };
}
