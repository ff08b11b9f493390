import { Fault } from "../../domain/error/fault.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { Membership } from "../../domain/tenant/membership.ts";
import { checkWritable } from "../../domain/tenant/tenant-life.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { noSuchTenant } from "../tenant/move-tenant.ts";

// Each change of a member writes the tenant; not for ever at the same moment.
const maxTries = 10;

export type MembersAt = {
  /** Of the tenant. */
  readonly version: string;
  /** Read after the version, so that a change in between makes a write on it fail. */
  readonly members: readonly Membership[];
};

/**
 * Decides on the members of one version of the tenant, again while others change it meanwhile. Faults: `not_found`,
 * `tenant_archived`, `conflict`, and those of the decision.
 */
export async function onOneVersion<T>(
  { storesFor }: { readonly storesFor: StoresFor },
  scope: TenantScope,
  decide: (found: MembersAt) => Promise<T | "moved_on">,
): Promise<T> {
  const { tenant } = storesFor(scope);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const known = await tenant.readVersion();
    if (!known) throw noSuchTenant();
    checkWritable(known.tenant);
    const decided = await decide({ version: known.version, members: await tenant.members() });
    if (decided !== "moved_on") return decided;
  }
  throw new Fault("conflict", "The members were changed by others at the same time.");
}
