import type { z } from "zod";
import type { HttpApp } from "../../src/app.ts";
import { Fault } from "../../src/domain/error/fault.ts";
import { type Caller, isPlatformAdmin } from "../../src/domain/tenant/caller.ts";
import { openTenantScope, platformId, type TenantScope } from "../../src/domain/tenant/tenant-scope.ts";
import { type None, readRequest, schemasOf } from "./request-schemas.ts";
import type { Answer, Route, RouteFacts, Trace } from "./route.ts";

type PlatformRoute<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject> = Omit<
  RouteFacts,
  "params" | "query" | "body"
> & {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly handle: (app: HttpApp, request: PlatformRequest<z.infer<P>, z.infer<Q>, z.infer<B>>) => Promise<Answer>;
};

type PlatformRequest<P, Q, B> = {
  readonly caller: Caller;
  /** Of what belongs to no tenant. */
  readonly scope: TenantScope;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly trace: Trace;
  /** From the header Idempotency-Key, on routes that start runs. */
  readonly idempotencyKey: string | null;
};

/** A route of the platform as a whole, for callers whose token carries the platform role. */
export function platformRoute<P extends z.ZodObject = None, Q extends z.ZodObject = None, B extends z.ZodObject = None>(
  route: PlatformRoute<P, Q, B>,
): Route {
  const schemas = schemasOf<P, Q, B>(route);
  return {
    ...route,
    params: schemas.params,
    query: schemas.query,
    right: "platform",
    serve: async (app, request, trace) => {
      const caller = await app.authenticate(request.headers.get("authorization"));
      if (!isPlatformAdmin(caller)) {
        throw new Fault("missing_right", "You lack the platform right.", { target: "platform" });
      }
      return route.handle(app, {
        caller,
        scope: openTenantScope(platformId, "authorised"),
        trace,
        ...(await readRequest(schemas, request, route)),
      });
    },
  };
}
