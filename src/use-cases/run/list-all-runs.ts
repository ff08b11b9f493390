import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunFilter } from "../../domain/operation-run/repository.ts";
import { allPages, mostRows } from "../../domain/paging/all-pages.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

/** Runs of a tenant that fit the filter, newest first, at most 10,000. */
export function listAllRuns(
  { storesFor }: { storesFor: StoresFor },
  scope: TenantScope,
  filter: RunFilter,
): Promise<OperationRun[]> {
  const { runs } = storesFor(scope);
  return allPages((page) => runs.list(filter, page), mostRows);
}
