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
  const facts = [id, name, state, stateReason, String(paused)];
  return [...facts, ...snapshotOf(overview), ...runOf(overview), labels.join(", "), ...readinessOf(overview)];
}

function snapshotOf({ lastComplete }: Pick<TenantOverview, "lastComplete">) {
  return [lastComplete?.snapshotId, lastComplete?.sealedAt, lastComplete?.objects].map(orNothing);
}

function runOf({ lastRun, brokenPromises }: Pick<TenantOverview, "lastRun" | "brokenPromises">) {
  const [brokenSince] = brokenPromises.map(({ since }) => since).sort();
  const run = [lastRun?.id, lastRun?.type, lastRun?.status, lastRun?.outcome, lastRun?.createdAt];
  return [...run.map(orNothing), brokenPromises.length, orNothing(brokenSince)];
}

/** Empty while nobody checked the tenant's readiness. */
function readinessOf({ readiness }: Pick<TenantOverview, "readiness">) {
  return [readiness?.state, readiness?.asOf, readiness?.missing, readiness?.excess].map(orNothing);
}

const orNothing = <T>(value: T | undefined): T | null => value ?? null;
