import type { TenantOverview } from "../../../src/domain/platform/tenant-overview.ts";
import { toCsv } from "../to-csv.ts";

const columns = [
  "id",
  "name",
  "state",
  "stateReason",
  "paused",
  "lastCompleteSnapshotId",
  "lastCompleteAt",
  "lastCompleteObjects",
  "lastRunId",
  "lastRunType",
  "lastRunStatus",
  "lastRunOutcome",
  "lastRunAt",
  "brokenPromises",
  "brokenSince",
  "labels",
  "readinessState",
  "readinessAsOf",
  "permissionsMissing",
  "permissionsExcess",
];

/** A row a tenant. */
export function toOverviewCsv(tenants: readonly TenantOverview[]): string {
  return toCsv(columns, tenants.map(toRow));
}

function toRow({ id, name, state, stateReason, paused, labels, ...overview }: TenantOverview) {
  return [
    ...[id, name, state, stateReason, String(paused)],
    ...workOf(overview),
    labels.join(", "),
    ...readinessOf(overview),
  ];
}

function workOf({
  lastComplete,
  lastRun,
  brokenPromises,
}: Pick<TenantOverview, "lastComplete" | "lastRun" | "brokenPromises">) {
  const [brokenSince = null] = brokenPromises.map(({ since }) => since).sort();
  const snapshot = lastComplete ?? { snapshotId: null, sealedAt: null, objects: null };
  const run = lastRun ?? { id: null, type: null, status: null, outcome: null, createdAt: null };
  return [
    ...[snapshot.snapshotId, snapshot.sealedAt, snapshot.objects],
    ...[run.id, run.type, run.status, run.outcome, run.createdAt],
    ...[brokenPromises.length, brokenSince],
  ];
}

/** Empty while nobody checked the tenant's readiness. */
function readinessOf({ readiness }: Pick<TenantOverview, "readiness">) {
  return [readiness?.state, readiness?.asOf, readiness?.missing, readiness?.excess].map((each) => each ?? null);
}
