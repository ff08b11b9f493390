import { isoTime } from "../domain/clock/clock.ts";
import { Fault } from "../domain/error/fault.ts";
import { noCounts } from "../domain/operation-run/counts.ts";
import type { Initiator, OperationRun } from "../domain/operation-run/operation-run.ts";
import { activeKeyOf } from "../domain/operation-run/run-identity.ts";
import { recordsOfCreation } from "../domain/operation-run/run-records.ts";
import type { RunType } from "../domain/operation-run/run-type.ts";
import type { TenantScope } from "../domain/tenant/tenant-scope.ts";
import { type SendDeps, sendOperation } from "./send-operation.ts";

export type StartRequest = {
  readonly scope: TenantScope;
  readonly type: RunType;
  /** Sorted, without repeats. */
  readonly objectTypes: readonly string[];
  readonly label: string | null;
  readonly initiator: Initiator;
  readonly correlationId: string;
  readonly traceparent: string | null;
};

export type Started = { readonly run: OperationRun; readonly reused: boolean };

export type StartDeps = SendDeps;

// An active run that ends between our create and our read makes room for ours; more than a few of those in a row
// cannot happen by chance.
const maxTries = 5;
const pauseBetweenTriesMs = 50;

/**
 * Creates the run and sends its message, or joins the active run that does the same work (runs.md 1 and 2).
 * Fault `dispatch_failed` names the run that was closed because the queue did not take its message.
 */
export async function startOperation(deps: StartDeps, request: StartRequest): Promise<Started> {
  const { runs } = deps.storesOf(request.scope);
  const activeKey = activeKeyOf(request.type, request.objectTypes);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const active = await runs.findActive(activeKey);
    if (active) return join(deps, request, active);
    const run = newRun(deps, request, activeKey);
    const given = { actor: request.initiator, at: run.createdAt, newId: deps.newId };
    const answer = await runs.create(run, recordsOfCreation(run, given));
    if (answer === "created") return { run: await sendOperation(deps, request.scope, run), reused: false };
    await deps.clock.pause(pauseBetweenTriesMs * tries);
  }
  throw new Fault("conflict", "Runs of this kind start and end too quickly to join one; try again.");
}

async function join(deps: StartDeps, request: StartRequest, run: OperationRun): Promise<Started> {
  const { id, name } = request.initiator;
  await deps.storesOf(request.scope).runs.join(run.id, { id, name, at: isoTime(deps.clock.nowMs()) });
  return { run, reused: true };
}

/** A run that nobody has stored yet. */
export function newRun(
  deps: Pick<StartDeps, "clock" | "newId">,
  request: StartRequest,
  activeKey: string,
): OperationRun {
  const id = deps.newId();
  return {
    id,
    tenantId: request.scope.tenantId,
    type: request.type,
    status: "queued",
    outcome: "pending",
    attempt: 1,
    initiator: request.initiator,
    input: { types: [...request.objectTypes], label: request.label },
    activeKey,
    writeKey: id,
    createdAt: isoTime(deps.clock.nowMs()),
    ...neverHappened,
    progress: {},
    counts: noCounts,
    failures: [],
    correlationId: request.correlationId,
    traceparent: request.traceparent,
  };
}

const neverHappened = {
  dispatchedAt: null,
  resentAt: null,
  startedAt: null,
  heartbeatAt: null,
  deadlineAt: null,
  completedAt: null,
  cancelRequestedAt: null,
  trouble: null,
  waitingFor: null,
  result: null,
} as const;
