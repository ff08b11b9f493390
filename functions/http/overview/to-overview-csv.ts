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
];

/** A row a tenant. */
export function toOverviewCsv(tenants: readonly TenantOverview[]): string {
  return toCsv(columns, tenants.map(toRow));
}

function toRow({
  id,
  name,
  state,
  stateReason,
  paused,
  lastComplete,
  lastRun,
  brokenPromises,
  labels,
}: TenantOverview) {
  const [brokenSince = null] = brokenPromises.map(({ since }) => since).sort();
  const snapshot = lastComplete ?? { snapshotId: null, sealedAt: null, objects: null };
  const run = lastRun ?? { id: null, type: null, status: null, outcome: null, createdAt: null };
  const facts = [
    id,
    name,
    state,
    stateReason,
    String(paused),
    snapshot.snapshotId,
    snapshot.sealedAt,
    snapshot.objects,
  ];
  return [
    ...facts,
    run.id,
    run.type,
    run.status,
    run.outcome,
    run.createdAt,
    brokenPromises.length,
    brokenSince,
    labels.join(", "),
  ];
}
