import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import type { RunFilter } from "../../domain/operation-run/repository.ts";
import type { StateCounts } from "../../domain/operation-run/state-counts.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

const usualMs = 30 * 86_400_000;

/** How many runs of a tenant that fit the filter are in each state; of the last 30 days when it names no time. */
export function countRuns(
  { storesFor, clock }: { readonly storesFor: StoresFor; readonly clock: Pick<Clock, "nowMs"> },
  scope: TenantScope,
  filter: RunFilter,
): Promise<StateCounts> {
  const namesTime = filter.from !== undefined || filter.to !== undefined;
  const from = isoTime(clock.nowMs() - usualMs);
  return storesFor(scope).runs.count(namesTime ? filter : { ...filter, from });
}
