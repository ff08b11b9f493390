import type { z } from "zod";
import type { HttpApp } from "../../src/app/http-app.ts";
import type { Caller } from "../../src/domain/tenant/caller.ts";
import { parseParams, parseQuery } from "./parse-request.ts";
import { type None, schemasOf } from "./request-schemas.ts";
import type { Answer, Route, RouteFacts } from "./route.ts";

type CallerRoute<P extends z.ZodObject, Q extends z.ZodObject> = Omit<RouteFacts, "params" | "query" | "body"> & {
  readonly params?: P;
  readonly query?: Q;
  readonly handle: (app: HttpApp, request: CallerRequest<z.infer<P>, z.infer<Q>>) => Promise<Answer>;
};

type CallerRequest<P, Q> = { readonly caller: Caller; readonly params: P; readonly query: Q };

/** A route for anybody who is signed in; what it shows is the caller's own. */
export function callerRoute<P extends z.ZodObject = None, Q extends z.ZodObject = None>(
  route: CallerRoute<P, Q>,
): Route {
  const { params, query } = schemasOf<P, Q, None>(route);
  return {
    ...route,
    params,
    query,
    right: "caller",
    serve: async (app, request) => {
      const caller = await app.authenticate(request.headers.get("authorization"));
      return route.handle(app, { caller, params: parseParams(params, request), query: parseQuery(query, request) });
    },
  };
}
