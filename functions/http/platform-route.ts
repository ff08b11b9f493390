import { z } from "zod";
import type { HttpApp } from "../../src/app.ts";
import { Fault } from "../../src/domain/error/fault.ts";
import { type Caller, isPlatformAdmin } from "../../src/domain/tenant/caller.ts";
import { parseParams, parseQuery } from "./parse-request.ts";
import type { Answer, Route, RouteFacts } from "./route.ts";

const none = z.strictObject({});
type None = typeof none;

type PlatformRoute<P extends z.ZodObject, Q extends z.ZodObject> = Omit<RouteFacts, "params" | "query" | "body"> & {
  readonly params?: P;
  readonly query?: Q;
  readonly handle: (app: HttpApp, request: PlatformRequest<z.infer<P>, z.infer<Q>>) => Promise<Answer>;
};

type PlatformRequest<P, Q> = { readonly caller: Caller; readonly params: P; readonly query: Q };

/** A route of the platform as a whole, for callers whose token carries the platform role. */
export function platformRoute<P extends z.ZodObject = None, Q extends z.ZodObject = None>(
  route: PlatformRoute<P, Q>,
): Route {
  // With a schema left out, its type parameter is that of the empty schema: the compiler cannot see that they agree.
  const { params = none as unknown as P, query = none as unknown as Q } = route;
  return {
    ...route,
    params,
    query,
    right: "platform",
    serve: async (app, request) => {
      const caller = await app.authenticate(request.headers.get("authorization"));
      if (!isPlatformAdmin(caller)) {
        throw new Fault("missing_right", "You lack the platform right.", { target: "platform" });
      }
      return route.handle(app, { caller, params: parseParams(params, request), query: parseQuery(query, request) });
    },
  };
}
