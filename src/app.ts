import { productLimits } from "../config/capabilities.ts";
import { contracts } from "../config/graph-contracts/registry.ts";
import { alarmLimits, fleetLimits, runLimits, scheduleLimits } from "../config/limits.ts";
import queues from "../config/queues.json" with { type: "json" };
import { retention } from "../config/retention.ts";
import { makeBlobContainer } from "./adapters/blobs/make-blob-container.ts";
import { makeSnapshotBlobs } from "./adapters/blobs/make-snapshot-blobs.ts";
import { makeClock } from "./adapters/clock/make-clock.ts";
import { makeNewId } from "./adapters/clock/new-id.ts";
import { aggregationMark } from "./adapters/cosmos/aggregation-mark.ts";
import { makeAggregation } from "./adapters/cosmos/make-aggregation.ts";
import { makeCosmos } from "./adapters/cosmos/make-cosmos.ts";
import { makeInventoryRepository } from "./adapters/cosmos/make-inventory-repository.ts";
import { makeLeaseRepository } from "./adapters/cosmos/make-lease-repository.ts";
import { makeLinkRepository } from "./adapters/cosmos/make-link-repository.ts";
import { makePartRepository } from "./adapters/cosmos/make-part-repository.ts";
import { makeRunRepository } from "./adapters/cosmos/make-run-repository.ts";
import { makeScheduleRepository } from "./adapters/cosmos/make-schedule-repository.ts";
import { makeSignsOfWork } from "./adapters/cosmos/make-signs-of-work.ts";
import { makeSnapshotRepository } from "./adapters/cosmos/make-snapshot-repository.ts";
import { makeTenantRepository } from "./adapters/cosmos/make-tenant-repository.ts";
import { makeAuthenticate } from "./adapters/entra/make-authenticate.ts";
import { makeCredential, makeGraphCredential } from "./adapters/entra/make-credential.ts";
import { makeGraphGateway } from "./adapters/graph/make-graph-gateway.ts";
import { makeOperationQueue } from "./adapters/service-bus/make-operation-queue.ts";
import { makeTelemetry } from "./adapters/telemetry/make-telemetry.ts";
import { traceRunEvents } from "./adapters/telemetry/trace-run-events.ts";
import { tracedQueue } from "./adapters/telemetry/traced-queue.ts";
import { openSwitches, type TenantSwitches } from "./domain/capability/limits.ts";
import { resolveCapabilities } from "./domain/capability/resolve-capabilities.ts";
import { type Clock, isoTime } from "./domain/clock/clock.ts";
import { makeContractIndex } from "./domain/graph/contract-index.ts";
import { type GraphClient, nothingSpent } from "./domain/graph/graph-client.ts";
import type { EndingWork, GroupWork, Work } from "./domain/observation/steps.ts";
import type { OperationMessage } from "./domain/operation-run/operation-queue.ts";
import type { Initiator } from "./domain/operation-run/operation-run.ts";
import type { RunFilter } from "./domain/operation-run/repository.ts";
import type { RunType } from "./domain/operation-run/run-type.ts";
import { toGraphRun } from "./domain/operation-run/to-graph-run.ts";
import type { Workflows } from "./domain/operation-run/workflows.ts";
import type { PageRequest } from "./domain/paging/page.ts";
import type { OverviewFilter } from "./domain/platform/tenant-overview.ts";
import { makeRateLimit } from "./domain/rate-limit/make-rate-limit.ts";
import type { Snapshot } from "./domain/snapshot/snapshot.ts";
import type { StoresOf } from "./domain/store/tenant-stores.ts";
import type { TellUnreadable } from "./domain/store/unreadable.ts";
import { noTelemetry, type Telemetry } from "./domain/telemetry/telemetry.ts";
import type { Caller } from "./domain/tenant/caller.ts";
import type { Right } from "./domain/tenant/rights.ts";
import { openTenantScope, type TenantScope } from "./domain/tenant/tenant-scope.ts";
import type { Settings } from "./settings.ts";
import { authorise } from "./use-cases/authorise.ts";
import { cancelOperation } from "./use-cases/cancel-operation.ts";
import { changeSwitches, type SwitchChange } from "./use-cases/change-switches.ts";
import { closeDeadLetter } from "./use-cases/close-dead-letter.ts";
import { dispatchOperation } from "./use-cases/dispatch-operation.ts";
import { endOperation } from "./use-cases/end-operation.ts";
import { fireTimer } from "./use-cases/fire-timer.ts";
import { makeFleet } from "./use-cases/fleet/make-fleet.ts";
import { makeFleetSteps } from "./use-cases/fleet/make-fleet-steps.ts";
import { isGraphPaused } from "./use-cases/is-graph-paused.ts";
import { limitCallers } from "./use-cases/limit-callers.ts";
import { listAllRuns } from "./use-cases/list-all-runs.ts";
import { listTenants } from "./use-cases/list-tenants.ts";
import { measurePlatform } from "./use-cases/measure-platform.ts";
import { makeObjectPlaces } from "./use-cases/object-places.ts";
import { observeGroup, type PartsRequest } from "./use-cases/observe-group.ts";
import { observeParts } from "./use-cases/observe-parts.ts";
import { planOperation } from "./use-cases/plan-operation.ts";
import { readOverview } from "./use-cases/read-overview.ts";
import { readPlatformFacts } from "./use-cases/read-platform-facts.ts";
import { listEntries, readObject } from "./use-cases/read-snapshot.ts";
import { reconcile } from "./use-cases/reconcile.ts";
import { retryOperation } from "./use-cases/retry-operation.ts";
import { fireSchedules } from "./use-cases/schedules/fire-schedules.ts";
import { makeSchedules } from "./use-cases/schedules/make-schedules.ts";
import { setGraphPaused } from "./use-cases/set-graph-paused.ts";
import { startOnce } from "./use-cases/start-once.ts";
import { type StartRequest, startOperation } from "./use-cases/start-operation.ts";
import { allowedTenantTypes, capabilitiesOf, resolveTenantTypes, type TypesDeps } from "./use-cases/tenant-types.ts";
import { toldStores } from "./use-cases/told-stores.ts";

const plannedTypes = new Map(
  contracts.map(({ key, serviceGroup, read }) => [key, { key, serviceGroup, isReference: read === "by_id" }]),
);

/** A use case's parameters without its dependencies. */
type Tail<F> = F extends (deps: never, ...rest: infer R) => unknown ? R : never;

export type HttpApp = ReturnType<typeof makeHttpApp>;
export type WorkerApp = ReturnType<typeof makeWorkerApp>;

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
    schedules: makeSchedules({ ...base, ...typesOf(base, "snapshot.take") }),
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

/** Queues, timers, workflows and activities: the only part that reads Graph and writes snapshots. */
export function makeWorkerApp(settings: Settings, time: Clock = makeClock()) {
  const base = makeBase(settings, time);
  const { clock, storesOf } = base;
  const limits = runLimits;
  const startedAtMs = clock.nowMs();
  return {
    telemetry: base.telemetry,
    reconcilerSchedule: settings.RECONCILER_SCHEDULE,
    dispatchOperation: (message: OperationMessage, workflows: Workflows) =>
      dispatchOperation({ ...base, limits, workflows }, message),
    closeDeadLetter: async (message: OperationMessage) => {
      const did = await closeDeadLetter(base, message);
      const { tenantId: runTenantId, runId, attempt } = message;
      await base.signs.noteDeadLetter({ runTenantId, runId, attempt, did, at: isoTime(clock.nowMs()) });
      return did;
    },
    reconcile: (workflows: Workflows, onTrouble: (error: unknown) => void) =>
      fireTimer(base, "reconciler", onTrouble, async (tell) => {
        const reconciled = await reconcile({ ...base, limits, workflows, startedAtMs }, tell);
        await measurePlatform(base, alarmLimits).catch(tell);
        return reconciled;
      }),
    retentionSchedule: settings.RETENTION_SCHEDULE,
    purgeHistory: (purgeBefore: (endMs: number) => Promise<number>, onTrouble: (error: unknown) => void) =>
      fireTimer(base, "retention", onTrouble, () =>
        purgeBefore(clock.nowMs() - retention.workflowHistorySeconds * 1_000),
      ),
    schedulesSchedule: settings.SCHEDULES_SCHEDULE,
    fireSchedules: (onTrouble: (error: unknown) => void) =>
      fireTimer(base, "schedules", onTrouble, (tell) =>
        fireSchedules({ ...base, ...scheduleLimits, ...typesOf(base, "snapshot.take") }, tell),
      ),
    planOperation: (work: Work) =>
      planOperation(
        { stores: storesOf(openTenantScope(work.tenantId, "run")), typeOf: (key) => plannedTypes.get(key) },
        work,
      ),
    observeGroup: makeGroupStep(base, makeTenantGateway(settings, base)),
    endOperation: (work: EndingWork) => endOperation(base, work),
    ...makeFleetSteps({ ...base, ...typesOf(base, "snapshot.take"), fleetLimits }),
  };
}

/** The one step that reads Graph. */
function makeGroupStep(base: ReturnType<typeof makeBase>, gateway: ReturnType<typeof makeTenantGateway>) {
  const { clock, newId, storesOf } = base;
  const index = makeContractIndex(contracts);
  return (work: GroupWork) => {
    const scope = openTenantScope(work.tenantId, "run");
    const stores = storesOf(scope);
    const places = makeObjectPlaces();
    let client: GraphClient | undefined;
    const observe = (request: PartsRequest): Promise<void> => {
      // One client for all types of the group, because its limits are the group's.
      client ??= gateway.forTenant(scope, toGraphRun(request.run, work.group));
      const graph = client;
      return observeParts({ stores, clock, graph, contracts: index, places }, request);
    };
    const isPaused = () => isGraphPaused(storesOf, scope);
    const throttling = () => client?.throttling(work.group) ?? { ...nothingSpent, heldUntilMs: 0 };
    const deps = {
      stores,
      clock,
      limits: runLimits,
      newId,
      isPaused,
      throttling,
      byCollection: index.byCollection,
      observeParts: observe,
    };
    return observeGroup(deps, work);
  };
}

/** Graph as the reading application, signed in to each tenant with this app's own identity. */
function makeTenantGateway(settings: Settings, { clock, identity, telemetry }: ReturnType<typeof makeBase>) {
  const { ENTRA_AUTHORITY: authority, GRAPH_READ_APP_ID: appId = "", federationScope } = settings;
  const application = { authority, appId, identity, federationScope };
  return makeGraphGateway({
    baseUrl: settings.GRAPH_BASE_URL,
    scope: settings.graphScope,
    clock,
    telemetry,
    credentialFor: (tenantId: string) => makeGraphCredential(application, tenantId),
  });
}

/** Who calls, counted. */
function makeLimitedAuthenticate(settings: Settings, nowMs: () => number) {
  const { ENTRA_AUTHORITY: authority, API_AUDIENCE: audience, ALLOWED_TENANTS: allowedTenants } = settings;
  const limit = { perSecond: settings.RATE_LIMIT_PER_SECOND, burst: settings.RATE_LIMIT_BURST };
  return limitCallers(makeAuthenticate({ authority, audience, allowedTenants, nowMs }), makeRateLimit(limit, nowMs));
}

/** Types that a kind of run may read in a tenant: as asked for now, and as asked for at some time before. */
function typesOf(base: TypesDeps, run: RunType) {
  return {
    resolveTypes: (scope: TenantScope, wanted: readonly string[] | undefined) =>
      resolveTenantTypes(base, scope, run, wanted),
    allowedTypes: (scope: TenantScope, wanted: readonly string[] | undefined) =>
      allowedTenantTypes(base, scope, run, wanted),
  };
}

function makeBase(settings: Settings, clock: Clock = makeClock()) {
  const identity = makeCredential(settings.MANAGED_IDENTITY_CLIENT_ID);
  const newId = makeNewId();
  const queueName = queues.queues[0]?.name ?? "";
  const namespace = settings.SERVICE_BUS__fullyQualifiedNamespace;
  const cosmos = { endpoint: settings.COSMOS_ENDPOINT, database: settings.COSMOS_DATABASE, credential: identity };
  const containers = makeCosmos(cosmos);
  const limits = { ...productLimits, cloud: settings.CLOUD };
  const telemetry = makeAppTelemetry(settings, identity, () => clock.nowMs());
  const storesOf = makeStoresOf(settings, containers, identity, newId);
  const tell = traceRunEvents(telemetry);
  return {
    capabilitiesWith: (switches: TenantSwitches) => resolveCapabilities(contracts, limits, switches),
    identity,
    clock,
    newId,
    telemetry,
    storesOf: (scope: TenantScope) => toldStores(storesOf(scope), tell),
    signs: makeSignsOfWork(containers.tenantData, retention, tellUnreadable),
    aggregation: makeAggregation(makeCosmos({ ...cosmos, mark: aggregationMark }), tellUnreadable),
    queue: tracedQueue(makeOperationQueue({ namespace, credential: identity, queueName }), telemetry),
  };
}

/** To the log of the host: no request or timer is the only one that such a document concerns. */
const tellUnreadable: TellUnreadable = (document) =>
  console.error(`A stored document cannot be read and was left out: ${JSON.stringify(document)}`);

function makeAppTelemetry(
  { APPLICATIONINSIGHTS_CONNECTION_STRING: connectionString, WEBSITE_SITE_NAME, APP_PART }: Settings,
  credential: ReturnType<typeof makeCredential>,
  nowMs: () => number,
): Telemetry {
  if (connectionString === undefined) return noTelemetry;
  return makeTelemetry({ connectionString, credential, role: WEBSITE_SITE_NAME ?? `tenantpilot-${APP_PART}`, nowMs });
}

function makeStoresOf(
  settings: Settings,
  { tenantData, inventory, snapshots }: ReturnType<typeof makeCosmos>,
  credential: ReturnType<typeof makeCredential>,
  newId: () => string,
): StoresOf {
  const blobs = makeBlobContainer({ endpoint: settings.BLOB_ENDPOINT, container: "snapshots", credential });
  return (scope) => ({
    tenant: makeTenantRepository(tenantData, scope, tellUnreadable),
    runs: makeRunRepository(tenantData, scope, newId, retention, tellUnreadable),
    parts: makePartRepository(tenantData, scope, retention),
    leases: makeLeaseRepository(tenantData, scope),
    links: makeLinkRepository(tenantData, scope, retention, tellUnreadable),
    schedules: makeScheduleRepository(tenantData, scope, retention, tellUnreadable),
    inventory: makeInventoryRepository(inventory, scope, tellUnreadable),
    snapshots: makeSnapshotRepository(snapshots, scope, retention, tellUnreadable),
    blobs: makeSnapshotBlobs(blobs, scope),
  });
}
