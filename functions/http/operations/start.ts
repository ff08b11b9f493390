import type { HttpApp } from "../../../src/app.ts";
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
};

/** Starts or joins a run and answers it: 202 with Location when created, 200 when joined (interfaces.md). */
export async function start(app: HttpApp, { type, scope, caller, types, label, trace }: StartOf): Promise<Answer> {
  const objectTypes = app.resolveTypes(type, types);
  const initiator = toInitiator(caller);
  const { run, reused } = await app.startOperation({ scope, type, objectTypes, label, initiator, ...trace });
  const path = `/tenants/${scope.tenantId}/operations/${run.id}`;
  const body = { ...toRunView(run), reused, viewUrl: `${app.portalUrl}${path}` };
  if (reused) return { status: 200, body };
  return { status: 202, body, headers: { location: `/api${path}` } };
}
