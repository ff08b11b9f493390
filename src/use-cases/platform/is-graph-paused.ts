import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import { openTenantScope, platformId, type TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

const platform = openTenantScope(platformId, "aggregated");

/** Whether requests to Microsoft Graph are stopped for this tenant, by a pause or because it is suspended, or for all. */
export async function isGraphPaused(storesFor: StoresFor, scope: TenantScope): Promise<boolean> {
  const answers = await Promise.all([scope, platform].map((each) => storesFor(each).tenant.graphStop()));
  return answers.some((stop) => stop !== null);
}
