import type { z } from "zod";
import type { Caller } from "../../src/domain/tenant/caller.ts";
import { notingRefusals } from "./noted-refusals.ts";
import { type DeclaredRoute, type None, readRequest, schemasOf } from "./request-schemas.ts";
import type { Route } from "./route.ts";

type CallerRequest = {
  readonly caller: Caller;
  /** The access token that was checked, for what is asked in the caller's name. */
  readonly assertion: string;
};

/** A route for anybody who is signed in; what it shows is the caller's own. */
export function callerRoute<P extends z.ZodObject = None, Q extends z.ZodObject = None, B extends z.ZodObject = None>(
  route: DeclaredRoute<P, Q, B, CallerRequest>,
): Route {
  const schemas = schemasOf<P, Q, B>(route);
  return {
    ...route,
    params: schemas.params,
    query: schemas.query,
    right: "caller",
    serve: async (app, request, trace) => {
      const caller = await app.authenticate(request.headers.get("authorization"), null);
      const assertion = request.headers.get("authorization")?.replace(/^bearer +/i, "") ?? "";
      return notingRefusals(app, caller, null, async () =>
        route.handle(app, { caller, assertion, trace, ...(await readRequest(schemas, request, route)) }),
      );
    },
  };
}
