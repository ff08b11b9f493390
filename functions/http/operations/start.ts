import type { HttpApp } from "../../../src/app/http-app.ts";
import { type Idempotency, idempotencyOf } from "../../../src/domain/operation-run/idempotency.ts";
import type { Initiator, OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { toRunView } from "../../../src/domain/operation-run/run-view.ts";
import type { Caller } from "../../../src/domain/tenant/caller.ts";
import type { Grant } from "../../../src/domain/tenant/grant.ts";
import type { TenantScope } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import type { Answer, Trace } from "../route.ts";
import { toInitiator } from "../to-initiator.ts";

type Request = {
  readonly scope: TenantScope;
  readonly caller: Caller;
  readonly grantedBy: Grant;
  readonly trace: Trace;
  readonly idempotencyKey: string | null;
};

type Started = { readonly run: OperationRun; readonly reused: boolean };

/** Who starts a run, where, and under which key. */
type StartContext = Trace & {
  readonly scope: TenantScope;
  readonly initiator: Initiator;
  readonly grantedBy: Grant;
  readonly idempotency?: Idempotency;
};

/**
 * Starts or joins a run and answers it: 202 with Location when created, 200 when joined (interfaces.md). The run that
 * the caller's key stands for comes before all checks of `start`. `requested` is what the caller sent, the
 * same each time it is repeated.
 */
export async function answerStart(
  app: HttpApp,
  { scope, caller, grantedBy, trace, idempotencyKey: key }: Request,
  requested: object,
  start: (context: StartContext) => Promise<Started>,
): Promise<Answer> {
  const keyed = key === null ? {} : { idempotency: idempotencyOf(caller.id, key, requested) };
  const context = { scope, initiator: toInitiator(caller), grantedBy, ...trace, ...keyed };
  return toStarted(app, await app.startOnce(context, () => start(context)));
}

type ReadingRequest = {
  readonly type: "inventory.sync" | "snapshot.take";
  readonly types: readonly string[] | undefined;
  readonly label: string | null;
};

/** Starts a run that reads object types: those that are named, or all that may be read in the tenant. */
export function startReading(app: HttpApp, request: Request, { type, types, label }: ReadingRequest): Promise<Answer> {
  return answerStart(app, request, { type, types: types ?? null, label }, async (context) => {
    const selected = await app.resolveTypes(request.scope, type, types);
    return app.startOperation({ ...context, type, ...selected, label });
  });
}

function toStarted(app: HttpApp, { run, reused }: Started): Answer {
  const path = pathOf(run);
  const body = { ...toRunView(run, app.viewing()), reused, viewUrl: `${app.portalUrl}${path}` };
  if (reused) return { status: 200, body };
  return { status: 202, body, headers: { location: `/api${path}` } };
}

/** Runs of the platform belong to no tenant. */
function pathOf({ tenantId, id }: OperationRun): string {
  return tenantId === "platform" ? `/platform/operations/${id}` : `/tenants/${tenantId}/operations/${id}`;
}
