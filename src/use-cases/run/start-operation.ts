import { isoTime } from "../../domain/clock/clock.ts";
import { noCounts } from "../../domain/counts/counts.ts";
import { Fault } from "../../domain/error/fault.ts";
import { canonicalJson } from "../../domain/json/canonical-json.ts";
import { runQueued } from "../../domain/operation-run/events.ts";
import type { Idempotency } from "../../domain/operation-run/idempotency.ts";
import type { Initiator, OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { Records, Selection } from "../../domain/operation-run/repository.ts";
import { activeKeyOf } from "../../domain/operation-run/run-identity.ts";
import { type RunType, runTypeOf } from "../../domain/operation-run/run-type.ts";
import type { RunInput, RunTypeDeclaration } from "../../domain/operation-run/run-type-declaration.ts";
import type { SelectedTypes } from "../../domain/operation-run/selected-types.ts";
import type { Grant } from "../../domain/tenant/grant.ts";
import type { TenantId, TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { checkTenantStartable } from "../tenant/check-tenant.ts";
import { type SendDeps, sendOperation } from "./send-operation.ts";
import { findIdempotentRun, type StartResult } from "./start-once.ts";

export type StartRequest = SelectedTypes & {
  readonly scope: TenantScope;
  readonly type: RunType;
  readonly label: string | null;
  /** What the type's declaration asks for beside. */
  readonly input?: Readonly<Record<string, unknown>>;
  readonly initiator: Initiator;
  /** What admitted the start; left out for schedules and the system. */
  readonly grantedBy?: Grant | undefined;
  readonly correlationId: string;
  readonly traceparent: string | null;
  /** Tenants of a fleet run, sorted and without repeats; they are its identity, and stored beside it. */
  readonly tenants?: readonly TenantId[];
  /** The run that this one repeats. */
  readonly retryOf?: string;
  /** The caller's Idempotency-Key with a hash of the request. */
  readonly idempotency?: Idempotency;
};

export type StartDeps = SendDeps;

// An active run that ends between our create and our read lets ours start; more than a few of those in a row
// cannot happen by chance.
const maxTries = 5;
const pauseBetweenTriesMs = 50;

/**
 * Creates the run and sends its message, or joins the active run that does the same work (runs.md 1 and 2).
 * Fault `dispatch_failed` names the run that was closed because the queue did not take its message, `cancelling` the
 * active run that nobody can join any more. Faults `tenant_suspended`, `tenant_archived` where a run would have to be made:
 * who joins starts nothing, so a join does not ask.
 */
export async function startOperation(deps: StartDeps, request: StartRequest): Promise<StartResult> {
  const { runs } = deps.storesFor(request.scope);
  const activeKey = activeKeyOfRequest(request);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const pinned = await findIdempotentRun(deps, request);
    if (pinned) return { run: pinned, reused: true };
    const active = await runs.findActive(activeKey);
    const started = await (active ? join(deps, request, active) : create(deps, request));
    if (started) return started;
    await deps.clock.pause(pauseBetweenTriesMs * tries);
  }
  throw new Fault("conflict", "Runs of this kind start and end too quickly to join one; try again.");
}

function activeKeyOfRequest(request: StartRequest): string {
  const { type, tenants = [], objectTypes } = request;
  const identities: Readonly<Record<RunTypeDeclaration["identity"], () => readonly string[]>> = {
    types: () => objectTypes,
    tenants: () => tenants,
    tenant: () => [],
    input: () => [canonicalJson({ ...inputOf(request), types: objectTypes, label: null })],
  };
  return activeKeyOf(type, identities[runTypeOf(request).identity]());
}

function inputOf({ type, tenants, objectTypes, isEveryType, label, input }: StartRequest): RunInput {
  const types = isEveryType ? null : [...objectTypes];
  const count = tenants ? { tenants: tenants.length } : {};
  return runTypeOf({ type }).input.parse({ ...input, types, label, ...count });
}

/** Undefined when somebody else was first with the work, or with the key. */
async function create(deps: StartDeps, request: StartRequest): Promise<StartResult | undefined> {
  await checkTenantStartable(deps, request.scope);
  const { run, ...beside } = newRun(deps, request);
  const context = { actor: request.initiator, at: run.createdAt, newId: deps.newId };
  const records = { ...runQueued(run, context), ...idempotencyRecordOf(request, run.id, run.createdAt), ...beside };
  const { runs } = deps.storesFor(request.scope);
  const answer = await runs.create(run, records);
  // A create whose answer got lost is repeated below us, and then meets itself.
  const isOurs = answer === "created" || (await runs.read(run.id)) !== undefined;
  return isOurs ? { run: await sendOperation(deps, request.scope, run), reused: false } : undefined;
}

async function join(deps: StartDeps, request: StartRequest, run: OperationRun): Promise<StartResult | undefined> {
  // The runs of a suspended tenant are being cancelled, and no other may start after them.
  if (run.cancelRequestedAt !== null) await checkTenantStartable(deps, request.scope);
  checkJoinable(run);
  const { runs } = deps.storesFor(request.scope);
  const { id, name } = request.initiator;
  const at = isoTime(deps.clock.nowMs());
  const { idempotency } = idempotencyRecordOf(request, run.id, at);
  if (idempotency && (await runs.addIdempotencyRecord(idempotency)) === "taken") return undefined;
  await runs.join(run.id, { id, name, at });
  return { run, reused: true };
}

/** Fault `cancelling`: the run ends without having done the work; another one may start then. */
export function checkJoinable({ id, cancelRequestedAt }: OperationRun): void {
  if (cancelRequestedAt === null) return;
  throw new Fault("cancelling", "The run that does this work is being cancelled.", { target: id });
}

function idempotencyRecordOf({ idempotency }: StartRequest, runId: string, createdAt: string) {
  return idempotency ? { idempotency: { ...idempotency, runId, createdAt } } : {};
}

/** A run that nobody has stored yet, and what is to be stored beside it. */
export type NewRun = { readonly run: OperationRun } & Pick<Records, "selection">;

/** Makes such a run. Fault `types_withheld`: a run of no object types would be complete without a look. */
export function newRun(
  deps: Pick<StartDeps, "clock" | "newId">,
  request: StartRequest,
  id: string = deps.newId(),
): NewRun {
  if (runTypeOf(request).identity === "types" && request.objectTypes.length === 0) {
    throw new Fault("types_withheld", "Every object type of this is switched off: see `withheld` in the settings.", {
      target: "types",
    });
  }
  const selection = selectionOf(request, id);
  const run = toRun(request, id, isoTime(deps.clock.nowMs()));
  return { run, ...(selection ? { selection } : {}) };
}

/** Tenants may be thousands, and all types are most of what would be written with each patch of the run. */
function selectionOf({ tenants, objectTypes, isEveryType }: StartRequest, runId: string): Selection | undefined {
  if (tenants) return { runId, tenants };
  return isEveryType ? { runId, types: objectTypes } : undefined;
}

function toRun(request: StartRequest, id: string, createdAt: string): OperationRun {
  return {
    id,
    tenantId: request.scope.tenantId,
    type: request.type,
    status: "queued",
    outcome: "pending",
    attempt: 1,
    initiator: { ...request.initiator, ...toAdmission(request.grantedBy) },
    input: inputOf(request),
    activeKey: activeKeyOfRequest(request),
    writeKey: id,
    createdAt,
    ...neverHappened,
    retryOf: request.retryOf ?? null,
    wakes: 0,
    progress: {},
    counts: noCounts,
    failures: [],
    correlationId: request.correlationId,
    traceparent: request.traceparent,
  };
}

function toAdmission(grant: Grant | undefined): Pick<OperationRun["initiator"], "grantedBy" | "homeTenantId"> {
  if (grant === undefined) return {};
  return grant === "platform"
    ? { grantedBy: grant }
    : { grantedBy: grant.principalIds, homeTenantId: grant.homeTenantId };
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
