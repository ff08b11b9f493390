import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunFilter } from "../../domain/operation-run/repository.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

const pageSize = 1_000;
// A file that spreadsheets open, made within the time and memory of one request.
const mostRuns = 10_000;

/** Runs of a tenant that fit the filter, newest first, at most 10,000. */
export async function listAllRuns(
  { storesFor }: { storesFor: StoresFor },
  scope: TenantScope,
  filter: RunFilter,
): Promise<OperationRun[]> {
  const { runs } = storesFor(scope);
  const all: OperationRun[] = [];
  let page: string | null = null;
  do {
    const answer = await runs.list(filter, { limit: Math.min(pageSize, mostRuns - all.length), page });
    all.push(...answer.items);
    page = answer.nextPage;
  } while (page !== null && all.length < mostRuns);
  return all;
}
