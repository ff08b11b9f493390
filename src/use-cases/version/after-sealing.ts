import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { startOwnCollection } from "../event/collect-due.ts";
import type { AfterSealing } from "../run/end-run.ts";
import type { StartDeps } from "../run/start-operation.ts";
import { indexVersions } from "./index-versions.ts";
import { coverChanges } from "./observed-change.ts";

type Deps = StartDeps & { readonly contractOf: (type: string) => ObjectTypeContract | undefined };

/**
 * What follows when a snapshot is sealed, before its run ends: histories of its objects, and, where a scheduled one found
 * that something changed, who did it. It never throws: what fails is told, and the next snapshot makes up for it.
 */
export function makeAfterSealing(deps: Deps, onError: (error: unknown) => void): AfterSealing {
  const { contractOf, storesFor } = deps;
  return async (scope: TenantScope, run: OperationRun) => {
    try {
      const stores = storesFor(scope);
      const made = await indexVersions({ stores, contractOf });
      if (made > 0) await coverChanges(stores);
      if (made > 0 && run.initiator.kind === "schedule") await startOwnCollection(deps, scope);
    } catch (error) {
      onError(error);
    }
  };
}
