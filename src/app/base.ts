import { productLimits } from "../../config/capabilities.ts";
import { contracts } from "../../config/graph-contracts/registry.ts";
import { blobDeadlineMs, endedRunsBytes, runLimits } from "../../config/limits.ts";
import queues from "../../config/queues.json" with { type: "json" };
import { retention } from "../../config/retention.ts";
import { makeBlobContainer } from "../adapters/blobs/make-blob-container.ts";
import { makeDefinitionBlobs } from "../adapters/blobs/make-definition-blobs.ts";
import { makeDigestStore } from "../adapters/blobs/make-digest-store.ts";
import { makeSnapshotBlobs } from "../adapters/blobs/make-snapshot-blobs.ts";
import { makeStaging } from "../adapters/blobs/make-staging.ts";
import { makeClock } from "../adapters/clock/make-clock.ts";
import { makeNewId } from "../adapters/clock/new-id.ts";
import { aggregationMark } from "../adapters/cosmos/aggregation-mark.ts";
import { makeEndedRuns } from "../adapters/cosmos/ended-runs.ts";
import { makeAggregation } from "../adapters/cosmos/make-aggregation.ts";
import { makeAuditRepository } from "../adapters/cosmos/make-audit-repository.ts";
import { makeConsentRepository } from "../adapters/cosmos/make-consent-repository.ts";
import { makeCosmos } from "../adapters/cosmos/make-cosmos.ts";
import { makeDefinitionRepository } from "../adapters/cosmos/make-definition-repository.ts";
import { makeDirectoryRepository } from "../adapters/cosmos/make-directory-repository.ts";
import { makeEventRepository } from "../adapters/cosmos/make-event-repository.ts";
import { makeInventoryRepository } from "../adapters/cosmos/make-inventory-repository.ts";
import { makeLeaseRepository } from "../adapters/cosmos/make-lease-repository.ts";
import { makeLinkRepository } from "../adapters/cosmos/make-link-repository.ts";
import { makePartRepository } from "../adapters/cosmos/make-part-repository.ts";
import { makePlatformActivity } from "../adapters/cosmos/make-platform-activity.ts";
import { makeReadinessRepository } from "../adapters/cosmos/make-readiness-repository.ts";
import { makeRunRepository } from "../adapters/cosmos/make-run-repository.ts";
import { makeScheduleRepository } from "../adapters/cosmos/make-schedule-repository.ts";
import { makeSnapshotRepository } from "../adapters/cosmos/make-snapshot-repository.ts";
import { makeTenantRepository } from "../adapters/cosmos/make-tenant-repository.ts";
import { makeVersionRepository } from "../adapters/cosmos/make-version-repository.ts";
import { makeCredential } from "../adapters/entra/make-credential.ts";
import { makeOperationQueue } from "../adapters/service-bus/make-operation-queue.ts";
import { sendLimits } from "../adapters/service-bus/send-limits.ts";
import { makeTelemetry } from "../adapters/telemetry/make-telemetry.ts";
import { traceRunEvents } from "../adapters/telemetry/trace-run-events.ts";
import { tracedQueue } from "../adapters/telemetry/traced-queue.ts";
import type { TenantSwitches } from "../domain/capability/limits.ts";
import { resolveCapabilities } from "../domain/capability/resolve-capabilities.ts";
import type { Clock } from "../domain/clock/clock.ts";
import type { RunLimits } from "../domain/operation-run/run-limits.ts";
import type { RunType } from "../domain/operation-run/run-type.ts";
import type { ReportDamage } from "../domain/snapshot/stored-text.ts";
import type { StoresFor } from "../domain/store/tenant-stores.ts";
import { noTelemetry, type Telemetry } from "../domain/telemetry/telemetry.ts";
import type { TenantScope } from "../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../domain/unreadable/unreadable.ts";
import type { Settings } from "../settings.ts";
import { withRunEvents } from "../use-cases/platform/with-run-events.ts";
import { allowedTenantTypes, resolveTenantTypes, type TypesDeps } from "../use-cases/tenant/tenant-types.ts";

export type Base = ReturnType<typeof makeBase>;

export function makeBase(settings: Settings, clock: Clock = makeClock()) {
  const identity = makeCredential(settings.MANAGED_IDENTITY_CLIENT_ID);
  const newId = makeNewId();
  const queueName = queues.queues[0]?.name ?? "";
  const namespace = settings.SERVICE_BUS__fullyQualifiedNamespace;
  const cosmos = { endpoint: settings.COSMOS_ENDPOINT, database: settings.COSMOS_DATABASE, credential: identity };
  const containers = makeCosmos(cosmos);
  const limits = { ...productLimits, cloud: settings.CLOUD };
  const telemetry = makeAppTelemetry(settings, identity, () => clock.nowMs());
  const storesFor = makeStoresOf(settings, containers, identity, newId, makeReportDamage(telemetry));
  const publishEvent = traceRunEvents(telemetry);
  return {
    capabilitiesWith: (switches: TenantSwitches) => resolveCapabilities(contracts, limits, switches),
    identity,
    clock,
    runLimits: runLimitsOf(settings),
    newId,
    telemetry,
    storesFor: (scope: TenantScope) => withRunEvents(storesFor(scope), publishEvent),
    activity: makePlatformActivity(containers.tenantData, retention, reportUnreadable),
    aggregation: makeAggregation(makeCosmos({ ...cosmos, mark: aggregationMark }), reportUnreadable),
    queue: tracedQueue(
      makeOperationQueue({ namespace, credential: identity, queueName, limits: sendLimits }),
      telemetry,
    ),
  };
}

function runLimitsOf({ RUN_LEASE_MS, RUN_SILENT_AFTER_MS }: Settings): RunLimits {
  return {
    ...runLimits,
    ...(RUN_LEASE_MS !== undefined && { leaseMs: RUN_LEASE_MS }),
    ...(RUN_SILENT_AFTER_MS !== undefined && { silentAfterMs: RUN_SILENT_AFTER_MS }),
  };
}

/** Types that a kind of run may read in a tenant: as requested now, and as requested at some time before. */
export function typesOf(base: TypesDeps, run: RunType) {
  return {
    resolveTypes: (scope: TenantScope, requested: readonly string[] | undefined) =>
      resolveTenantTypes(base, scope, run, requested),
    allowedTypes: (scope: TenantScope, requested: readonly string[] | undefined) =>
      allowedTenantTypes(base, scope, run, requested),
  };
}

/** To the log of the host: no request or timer is the only one that such a document concerns. */
const reportUnreadable: ReportUnreadable = (document) =>
  console.error(`A stored document cannot be read and was left out: ${JSON.stringify(document)}`);

/** To the log of the host, and to whoever is woken (infra/modules/alerts.bicep). */
function makeReportDamage(telemetry: Telemetry): ReportDamage {
  return (damage) => {
    console.error(`A stored blob is not as it was written: ${JSON.stringify(damage)}`);
    telemetry.measure({ "snapshots.damaged": 1 });
  };
}

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
  { tenantData, inventory, directory, snapshots }: ReturnType<typeof makeCosmos>,
  credential: ReturnType<typeof makeCredential>,
  newId: () => string,
  reportDamage: ReportDamage,
): StoresFor {
  const { BLOB_ENDPOINT: sealed, TRANSIENT_BLOB_ENDPOINT: transient = sealed } = settings;
  const how = { credential, deadlineMs: blobDeadlineMs };
  const blobs = makeBlobContainer({ endpoint: sealed, container: "snapshots", ...how });
  const digests = makeBlobContainer({ endpoint: sealed, container: "audit", ...how });
  const staging = makeBlobContainer({ endpoint: transient, container: "staging", ...how });
  const endedRuns = makeEndedRuns(endedRunsBytes);
  return (scope) => ({
    tenant: makeTenantRepository(tenantData, scope, retention, reportUnreadable),
    runs: makeRunRepository({ tenantData, endedRuns }, scope, newId, retention, reportUnreadable),
    parts: makePartRepository(tenantData, scope, retention),
    leases: makeLeaseRepository(tenantData, scope),
    links: makeLinkRepository(tenantData, scope, retention, reportUnreadable),
    schedules: makeScheduleRepository(tenantData, scope, retention, reportUnreadable),
    inventory: makeInventoryRepository({ inventory, tenantData }, scope, reportUnreadable),
    directory: makeDirectoryRepository(directory, scope, retention, reportUnreadable),
    readiness: makeReadinessRepository(tenantData, scope),
    consents: makeConsentRepository(tenantData, scope),
    definitions: makeDefinitionRepository(tenantData, scope),
    definitionBlobs: makeDefinitionBlobs(blobs, scope, reportDamage),
    snapshots: makeSnapshotRepository(snapshots, scope, retention, reportUnreadable),
    versions: makeVersionRepository(snapshots, scope, reportUnreadable),
    events: makeEventRepository(snapshots, scope, retention, reportUnreadable),
    blobs: makeSnapshotBlobs(blobs, scope, reportDamage),
    staging: makeStaging(staging, scope),
    audit: makeAuditRepository(tenantData, scope, reportUnreadable),
    digests: makeDigestStore(digests, scope),
  });
}
