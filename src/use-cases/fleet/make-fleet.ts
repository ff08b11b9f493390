import type { LinkState } from "../../domain/fleet/link.ts";
import type { Initiator, OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunFilter } from "../../domain/operation-run/repository.ts";
import type { PageRequest } from "../../domain/paging/page.ts";
import type { TenantId, TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { RetryScope } from "../run/retry-operation.ts";
import { cancelFleet } from "./cancel-fleet.ts";
import { listChildren, listFleets, type ReadFleetDeps, readFleet } from "./read-fleet.ts";
import { retryFleet } from "./retry-fleet.ts";
import { type FleetSelection, selectTenants } from "./select-tenants.ts";
import { type FleetDeps, type FleetRequest, startFleet } from "./start-fleet.ts";

/** What callers may do with fleet runs. */
export function makeFleet(deps: FleetDeps & ReadFleetDeps) {
  return {
    select: (selection: FleetSelection) => selectTenants(deps, selection),
    start: (tenants: readonly TenantId[] | undefined, request: FleetRequest) => startFleet(deps, tenants, request),
    retry: (run: OperationRun, parts: RetryScope, request: FleetRequest) => retryFleet(deps, run, parts, request),
    cancel: (scope: TenantScope, runId: string, actor: Initiator) => cancelFleet(deps, scope, runId, actor),
    read: (scope: TenantScope, runId: string) => readFleet(deps, scope, runId),
    list: (scope: TenantScope, filter: RunFilter, page: PageRequest) => listFleets(deps, scope, filter, page),
    children: (scope: TenantScope, runId: string, state: LinkState | undefined, page: PageRequest) =>
      listChildren(deps, scope, runId, state, page),
  };
}
