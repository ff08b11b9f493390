import type { AlarmLimits, PlatformView } from "../../domain/platform/platform-facts.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import { openTenantScope, platformId } from "../../domain/tenant-scope/tenant-scope.ts";
import { readPlatformFacts } from "./read-platform-facts.ts";

type ViewDeps = Parameters<typeof readPlatformFacts>[0] & { readonly storesFor: StoresFor };

const platform = openTenantScope(platformId, "aggregated");

/** The platform as people see it: its health, and whether somebody has stopped all requests to Microsoft Graph. */
export async function viewPlatform(deps: ViewDeps, limits: AlarmLimits): Promise<PlatformView> {
  const [facts, stop] = await Promise.all([
    readPlatformFacts(deps, limits),
    deps.storesFor(platform).tenant.graphStop(),
  ]);
  return { ...facts, paused: stop !== null };
}
