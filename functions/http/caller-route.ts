import type { z } from "zod";
import type { Caller } from "../../src/domain/tenant/caller.ts";
import { type DeclaredRoute, type None, readRequest, schemasOf } from "./request-schemas.ts";
import type { Route } from "./route.ts";

/** A route for anybody who is signed in; what it shows is the caller's own. */
export function callerRoute<P extends z.ZodObject = None, Q extends z.ZodObject = None, B extends z.ZodObject = None>(
  route: DeclaredRoute<P, Q, B, { readonly caller: Caller }>,
): Route {
  const schemas = schemasOf<P, Q, B>(route);
  return {
    ...route,
    params: schemas.params,
    query: schemas.query,
    right: "caller",
    serve: async (app, request, trace) => {
      const caller = await app.authenticate(request.headers.get("authorization"));
      return route.handle(app, { caller, trace, ...(await readRequest(schemas, request, route)) });
    },
  };
}
