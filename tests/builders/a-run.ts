import { noCounts } from "../../src/domain/counts/counts.ts";
import type { OperationRun } from "../../src/domain/operation-run/operation-run.ts";
import { activeKeyOf } from "../../src/domain/operation-run/run-identity.ts";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../src/domain/tenant-scope/tenant-scope.ts";
import { startOfTime } from "./a-clock.ts";

export const tenantId = tenantIdSchema.parse("11111111-2222-4333-8444-555555555555");
export const otherTenantId = tenantIdSchema.parse("22222222-2222-4333-8444-555555555555");

export const aScope: TenantScope = openTenantScope(tenantId, "run");
export const otherScope: TenantScope = openTenantScope(otherTenantId, "run");

export const operator = { kind: "user", id: "99999999-2222-4333-8444-555555555555", name: "Olga Operator" } as const;

export const runId = "01hzy3v9k2m4n6p8q0r2s4t6v8";

/** A run as `startOperation` makes it. */
export function aRun(given: Partial<OperationRun> = {}): OperationRun {
  const type = given.type ?? "snapshot.take";
  const id = given.id ?? runId;
  const input = given.input ?? { types: ["settingsCatalog"], label: null };
  return {
    id,
    tenantId,
    type,
    status: "queued",
    outcome: "pending",
    attempt: 1,
    initiator: operator,
    input,
    activeKey: activeKeyOf(type, input.types ?? []),
    writeKey: id,
    createdAt: startOfTime,
    dispatchedAt: null,
    resentAt: null,
    startedAt: null,
    heartbeatAt: null,
    deadlineAt: null,
    completedAt: null,
    cancelRequestedAt: null,
    progress: {},
    counts: noCounts,
    failures: [],
    trouble: null,
    waitingFor: null,
    wakes: 0,
    retryOf: null,
    correlationId: "0af7651916cd43dd8448eb211c80319c",
    traceparent: null,
    result: null,
    ...given,
  };
}

/** Ids of 26 characters that count up, like the product's. */
export function someIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `01hzy3v9k2m4n6p8${String(last).padStart(10, "0")}`;
  };
}
