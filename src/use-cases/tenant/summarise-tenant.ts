import { Fault } from "../../domain/error/fault.ts";
import type { Listing } from "../../domain/inventory/listing.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { type TenantPromise, toTenantPromise } from "../../domain/schedule/tenant-promise.ts";
import type { Snapshot } from "../../domain/snapshot/snapshot.ts";
import type { StoresFor, TenantStores } from "../../domain/store/tenant-stores.ts";
import type { Tenant } from "../../domain/tenant/tenant.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

export type TenantSummary = {
  readonly tenant: Tenant;
  readonly promise: TenantPromise;
  /** The newest, also one with gaps. */
  readonly snapshot: Snapshot | null;
  readonly lastCompleteAt: string | null;
  readonly listing: Listing;
  readonly active: readonly OperationRun[];
};

// More than a page shows of them; the list of operations has all.
const mostActive = 20;

/** A tenant at a glance, from a handful of small reads that do not grow with what it has. Fault `not_found`. */
export async function summariseTenant(
  { storesFor }: { readonly storesFor: StoresFor },
  scope: TenantScope,
): Promise<TenantSummary> {
  const { tenant, schedules, snapshots, inventory, runs } = storesFor(scope);
  const [known, promises, newest, listing, active] = await Promise.all([
    tenant.read(),
    schedules.promises(),
    snapshots.list({}, { limit: 1, page: null }),
    inventory.listing(),
    runs.listActive(mostActive),
  ]);
  if (!known) throw new Fault("not_found", "There is no such tenant, or you are not a member of it.");
  const snapshot = newest.items[0] ?? null;
  const lastCompleteAt = await lastComplete(snapshots, snapshot);
  return { tenant: known, promise: toTenantPromise(promises), snapshot, lastCompleteAt, listing, active };
}

/** Asked for only when the newest snapshot has gaps. */
async function lastComplete(snapshots: TenantStores["snapshots"], newest: Snapshot | null): Promise<string | null> {
  return newest?.state === "complete_with_gaps" ? snapshots.lastCompleteAt() : (newest?.sealedAt ?? null);
}
