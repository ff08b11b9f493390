import { Fault } from "../../domain/error/fault.ts";
import { toFleetCounts } from "../../domain/fleet/fleet-counts.ts";
import type { LinkState, Tally } from "../../domain/fleet/link.ts";
import { type LinkWithChild, toCurrent } from "../../domain/fleet/settle-link.ts";
import { noProgress } from "../../domain/operation-run/group-progress.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunFilter } from "../../domain/operation-run/repository.ts";
import type { RunHistory } from "../../domain/operation-run/run-detail.ts";
import { knownRunType } from "../../domain/operation-run/run-type.ts";
import { fleetGroup } from "../../domain/operation-run/run-waits.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { readHistory } from "../run/read-history.ts";
import { loadChildRuns } from "./load-child-runs.ts";

export type ReadFleetDeps = { readonly storesFor: StoresFor; readonly aggregation: Pick<Aggregation, "runs"> };

export type FleetRead = { readonly run: OperationRun; readonly history: RunHistory; readonly tally: Tally };

/** A fleet run with how many of its tenants are in which state. Fault `not_found`. */
export async function readFleet({ storesFor }: ReadFleetDeps, scope: TenantScope, runId: string): Promise<FleetRead> {
  const stores = storesFor(scope);
  const { runs, links } = stores;
  const run = await runs.read(runId);
  if (!run) throw new Fault("not_found", "There is no such operation of the platform.");
  const [history, tally] = await Promise.all([readHistory(stores, run), links.tally(runId)]);
  return { run: counted(run, tally), history, tally };
}

/** Fleet runs, newest first; those at work with counts as they are now. */
export async function listFleets(
  { storesFor }: ReadFleetDeps,
  scope: TenantScope,
  filter: RunFilter,
  page: PageRequest,
): Promise<Page<OperationRun>> {
  const { runs, links } = storesFor(scope);
  const found = await runs.list(filter, page);
  const items = found.items.map(async (run) =>
    run.status === "running" ? counted(run, await links.tally(run.id)) : run,
  );
  return { items: await Promise.all(items), nextPage: found.nextPage };
}

/** Tenants of a fleet run in order of state and size, as their children are now. Fault `not_found`. */
export async function listChildren(
  deps: ReadFleetDeps,
  scope: TenantScope,
  runId: string,
  state: LinkState | undefined,
  page: PageRequest,
): Promise<Page<LinkWithChild>> {
  const { runs, links } = deps.storesFor(scope);
  if (!(await runs.read(runId))) throw new Fault("not_found", "There is no such operation of the platform.");
  const found = await links.list(runId, state, page);
  const withChildren = await loadChildRuns(deps, found.items);
  const items = withChildren.map((each) => ({ ...each, link: toCurrent(each) }));
  return { items, nextPage: found.nextPage };
}

/** While the run is active, nothing of its counts is stored on it: they are what its links say (runs.md 10). */
function counted(run: OperationRun, tally: Tally): OperationRun {
  if (run.status === "completed" || knownRunType(run)?.endsFrom !== "links") return run;
  const reported = run.progress[fleetGroup] ?? noProgress;
  return { ...run, progress: { [fleetGroup]: { ...reported, ...toFleetCounts(tally, run.input.tenants ?? 0) } } };
}
