import type { HttpApp } from "../../../src/app.ts";
import { type Idempotency, idempotencyOf } from "../../../src/domain/operation-run/idempotency.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import type { RunType } from "../../../src/domain/operation-run/run-type.ts";
import { toRunView } from "../../../src/domain/operation-run/run-view.ts";
import type { Caller } from "../../../src/domain/tenant/caller.ts";
import type { TenantScope } from "../../../src/domain/tenant/tenant-scope.ts";
import type { Answer, Trace } from "../route.ts";
import { toInitiator } from "../to-initiator.ts";

export type StartOf = {
  readonly type: RunType;
  readonly scope: TenantScope;
  readonly caller: Caller;
  readonly types: readonly string[] | undefined;
  readonly label: string | null;
  readonly trace: Trace;
  readonly idempotencyKey: string | null;
  /** What the caller asked for, where that is not the types and the label themselves: the same each time it is repeated. */
  readonly asked?: object;
};

/** Starts or joins a run and answers it: 202 with Location when created, 200 when joined (interfaces.md). */
export async function start(app: HttpApp, request: StartOf): Promise<Answer> {
  const { type, scope, caller, types, label, trace } = request;
  const objectTypes = await app.resolveTypes(scope, type, types);
  const asked = request.asked ?? { type, types: types ?? null, label };
  const started = await app.startOperation({
    scope,
    type,
    objectTypes,
    label,
    initiator: toInitiator(caller),
    ...trace,
    ...keyOf(request, asked),
  });
  return toStarted(app, started);
}

/** The caller's key, if it sent one, with what it asked for. */
export function keyOf(
  { caller, idempotencyKey }: Pick<StartOf, "caller" | "idempotencyKey">,
  asked: object,
): { idempotency?: Idempotency } {
  return idempotencyKey === null ? {} : { idempotency: idempotencyOf(caller.id, idempotencyKey, asked) };
}

/** The answer of every start. */
export function toStarted(app: HttpApp, { run, reused }: { run: OperationRun; reused: boolean }): Answer {
  const path = pathOf(run);
  const body = { ...toRunView(run, app.viewing()), reused, viewUrl: `${app.portalUrl}${path}` };
  if (reused) return { status: 200, body };
  return { status: 202, body, headers: { location: `/api${path}` } };
}

/** Runs of the platform belong to no tenant. */
function pathOf({ tenantId, id }: OperationRun): string {
  return tenantId === "platform" ? `/platform/operations/${id}` : `/tenants/${tenantId}/operations/${id}`;
}
