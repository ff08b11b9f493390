import { contracts } from "../../config/graph-contracts/registry.ts";
import { alarmLimits, runLimits, scheduleRules } from "../../config/limits.ts";
import { makeAuthenticate } from "../adapters/entra/make-authenticate.ts";
import { openSwitches } from "../domain/capability/limits.ts";
import { isoTime } from "../domain/clock/clock.ts";
import type { Initiator } from "../domain/operation-run/operation-run.ts";
import type { RunFilter } from "../domain/operation-run/repository.ts";
import type { RunType } from "../domain/operation-run/run-type.ts";
import type { PageRequest } from "../domain/paging/page.ts";
import type { OverviewFilter } from "../domain/platform/tenant-overview.ts";
import { makeRateLimit } from "../domain/rate-limit/make-rate-limit.ts";
import type { Snapshot } from "../domain/snapshot/snapshot.ts";
import type { Caller } from "../domain/tenant/caller.ts";
import type { Right } from "../domain/tenant/rights.ts";
import type { TenantScope } from "../domain/tenant-scope/tenant-scope.ts";
import type { Settings } from "../settings.ts";
import { makeFleet } from "../use-cases/fleet/make-fleet.ts";
import { limitCallers } from "../use-cases/platform/limit-callers.ts";
import { readOverview } from "../use-cases/platform/read-overview.ts";
import { readPlatformFacts } from "../use-cases/platform/read-platform-facts.ts";
import { setGraphPaused } from "../use-cases/platform/set-graph-paused.ts";
import { cancelOperation } from "../use-cases/run/cancel-operation.ts";
import { listAllRuns } from "../use-cases/run/list-all-runs.ts";
import { retryOperation } from "../use-cases/run/retry-operation.ts";
import { startOnce } from "../use-cases/run/start-once.ts";
import { type StartRequest, startOperation } from "../use-cases/run/start-operation.ts";
import { makeSchedules } from "../use-cases/schedules/make-schedules.ts";
import { listEntries, readObject } from "../use-cases/snapshot/read-snapshot.ts";
import { authorise } from "../use-cases/tenant/authorise.ts";
import { changeSwitches, type SwitchChange } from "../use-cases/tenant/change-switches.ts";
import { listTenants } from "../use-cases/tenant/list-tenants.ts";
import { allowedTenantTypes, capabilitiesOf, resolveTenantTypes } from "../use-cases/tenant/tenant-types.ts";
import { makeBase, typesOf } from "./base.ts";

/** A use case's parameters without its dependencies. */
type Tail<F> = F extends (deps: never, ...rest: infer R) => unknown ? R : never;

export type HttpApp = ReturnType<typeof makeHttpApp>;

/** The start surfaces and the reads: may send messages and read blobs, and holds no credential for Graph. */
export function makeHttpApp(settings: Settings) {
  const base = makeBase(settings);
  const { clock, storesOf, aggregation } = base;
  return {
    portalUrl: settings.PORTAL_URL,
    telemetry: base.telemetry,
    storesOf,
    aggregation,
    capabilities: base.capabilitiesWith(openSwitches),
    /** When somebody looks at a run now, and what silence means. */
    viewing: () => ({ nowMs: clock.nowMs(), silentAfterMs: runLimits.silentAfterMs }),
    authenticate: makeLimitedAuthenticate(settings, () => clock.nowMs()),
    readPlatformFacts: () => readPlatformFacts(base, alarmLimits),
    readOverview: (filter: OverviewFilter, page: PageRequest) => readOverview(base, filter, page),
    authorise: (caller: Caller, tenantId: string, right: Right) => authorise(base, caller, tenantId, right),
    capabilitiesOf: (scope: TenantScope) => capabilitiesOf(base, scope),
    changeSwitches: (scope: TenantScope, change: SwitchChange) => changeSwitches({ ...base, contracts }, scope, change),
    resolveTypes: (scope: TenantScope, run: RunType, wanted: readonly string[] | undefined) =>
      resolveTenantTypes(base, scope, run, wanted),
    allowedTypes: (scope: TenantScope, run: RunType, wanted: readonly string[] | undefined) =>
      allowedTenantTypes(base, scope, run, wanted),
    startOperation: (request: StartRequest) => startOperation(base, request),
    startOnce: (...[keyed, start]: Tail<typeof startOnce>) => startOnce(base, keyed, start),
    setGraphPaused: (scope: TenantScope, paused: boolean, actor: Initiator) =>
      setGraphPaused(base, scope, paused, actor),
    listAllRuns: (scope: TenantScope, filter: RunFilter) => listAllRuns(base, scope, filter),
    cancelOperation: (scope: TenantScope, runId: string, actor: Initiator) =>
      cancelOperation(base, scope, runId, actor),
    retryOperation: (...[run, parts, request]: Tail<typeof retryOperation>) =>
      retryOperation({ ...base, ...typesOf(base, run.type) }, run, parts, request),
    fleet: makeFleet(base),
    schedules: makeSchedules({ ...base, ...typesOf(base, "snapshot.take"), rules: scheduleRules }),
    listTenants: (caller: Caller, page: PageRequest) => listTenants(base, caller, page),
    listEntries: (scope: TenantScope, snapshot: Snapshot, type: string | undefined, page: PageRequest) =>
      listEntries(base, scope, snapshot, type, page),
    readObject: (scope: TenantScope, snapshot: Snapshot, type: string, objectId: string) =>
      readObject(base, scope, snapshot, type, objectId),
    markRead: (caller: Caller, notificationId: string) =>
      aggregation.markRead(caller.id, notificationId, isoTime(clock.nowMs())),
    /** Throws a Fault when the database does not answer. */
    checkReady: () => aggregation.checkReady(),
  };
}

/** Who calls, counted. */
function makeLimitedAuthenticate(settings: Settings, nowMs: () => number) {
  const { ENTRA_AUTHORITY: authority, API_AUDIENCE: audience, ALLOWED_TENANTS: allowedTenants } = settings;
  const limit = { perSecond: settings.RATE_LIMIT_PER_SECOND, burst: settings.RATE_LIMIT_BURST };
  return limitCallers(makeAuthenticate({ authority, audience, allowedTenants, nowMs }), makeRateLimit(limit, nowMs));
}
