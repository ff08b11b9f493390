import { z } from "zod";
import type { HttpApp } from "../../../src/app/http-app.ts";
import type { Snapshot } from "../../../src/domain/snapshot/snapshot.ts";
import type { TenantScope } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { readSnapshot, snapshotParams } from "./snapshot-params.ts";

/** With what a snapshot is compared: another one of the same tenant. */
export const againstQuery = { against: snapshotParams.shape.snapshotId };

/** What an answer says of a side, beside its objects. */
export const sideViewSchema = z
  .object({
    tenantId: z.string(),
    snapshotId: z.string(),
    kind: z.enum(["snapshot"]),
    state: z.enum(["complete", "complete_with_gaps"]),
    window: z.object({ from: z.string(), to: z.string() }),
  })
  .meta({ id: "ComparedSide" });

export function toSideView({ tenantId, id, state, window }: Snapshot): z.infer<typeof sideViewSchema> {
  return { tenantId, snapshotId: id, kind: "snapshot", state, window };
}

/** The heads of both snapshots: the one of the path is the left side. */
export function readHeads(
  app: HttpApp,
  scope: TenantScope,
  snapshotId: string,
  against: string,
): Promise<[left: Snapshot, right: Snapshot]> {
  return Promise.all([readSnapshot(app, scope, snapshotId), readSnapshot(app, scope, against)]);
}

/** Both snapshots, to be compared. */
export function sidesOf(app: HttpApp, scope: TenantScope, [left, right]: readonly [Snapshot, Snapshot]) {
  return { left: app.sideOfSnapshot(scope, left), right: app.sideOfSnapshot(scope, right), matching: app.matchById };
}
