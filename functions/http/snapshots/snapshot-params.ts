import { z } from "zod";
import type { HttpApp } from "../../../src/app/http-app.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import type { Snapshot } from "../../../src/domain/snapshot/snapshot.ts";
import type { TenantScope } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { objectParams } from "../object-params.ts";

/** What the id of a snapshot looks like, as a regular expression. */
export const snapshotIdPattern = "snapshot-[0-9a-z]{26}";

export const snapshotParams = z.strictObject({ snapshotId: z.string().regex(new RegExp(`^${snapshotIdPattern}$`)) });

/** One object of a snapshot. */
export const snapshotObjectParams = snapshotParams.extend(objectParams.shape);

/** The head of a sealed snapshot, or Fault `not_found`: what is not sealed does not exist for a reader. */
export async function readSnapshot(app: HttpApp, scope: TenantScope, snapshotId: string): Promise<Snapshot> {
  const snapshot = await app.storesFor(scope).snapshots.read(snapshotId);
  if (!snapshot) throw new Fault("not_found", "There is no such snapshot in this tenant.");
  return snapshot;
}
