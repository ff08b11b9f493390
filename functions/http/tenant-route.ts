import type { z } from "zod";
import type { HttpApp } from "../../src/app.ts";
import type { Caller } from "../../src/domain/tenant/caller.ts";
import type { Right } from "../../src/domain/tenant/rights.ts";
import type { Membership } from "../../src/domain/tenant/tenant.ts";
import type { TenantScope } from "../../src/domain/tenant/tenant-scope.ts";
import { type None, readRequest, schemasOf } from "./request-schemas.ts";
import type { Answer, Route, RouteFacts, Trace } from "./route.ts";

type TenantRoute<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject> = Omit<
  RouteFacts,
  "params" | "query" | "body"
> & {
  readonly right: Right;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly handle: (app: HttpApp, request: TenantRequest<z.infer<P>, z.infer<Q>, z.infer<B>>) => Promise<Answer>;
};

type TenantRequest<P, Q, B> = {
  readonly caller: Caller;
  readonly scope: TenantScope;
  readonly membership: Membership;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly trace: Trace;
  /** From the header Idempotency-Key, on routes that start runs. */
  readonly idempotencyKey: string | null;
  /** From the header If-Match, on conditional routes; empty on others. */
  readonly ifMatch: string;
};

/** A route of one tenant. Checks come in the order of interfaces.md: 401, 404, 403, then 400. */
export function tenantRoute<P extends z.ZodObject = None, Q extends z.ZodObject = None, B extends z.ZodObject = None>(
  route: TenantRoute<P, Q, B>,
): Route {
  const schemas = schemasOf<P, Q, B>(route);
  return {
    ...route,
    params: schemas.params,
    query: schemas.query,
    serve: async (app, request, trace) => {
      const caller = await app.authenticate(request.headers.get("authorization"));
      const { scope, membership } = await app.authorise(caller, request.params["tenantId"] ?? "", route.right);
      return route.handle(app, {
        caller,
        scope,
        membership,
        trace,
        ...(await readRequest(schemas, request, route)),
      });
    },
  };
}
