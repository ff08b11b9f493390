import type { z } from "zod";
import type { AuthorisedCaller, Needed } from "../../src/domain/tenant/authorised-caller.ts";
import type { Caller } from "../../src/domain/tenant/caller.ts";
import { notingRefusals } from "./noted-refusals.ts";
import { type DeclaredRoute, type None, readRequest, schemasOf } from "./request-schemas.ts";
import type { Route } from "./route.ts";

type TenantRequest = AuthorisedCaller & { readonly caller: Caller };

/** A route of one tenant. Checks come in the order of interfaces.md: 401, 404, 403, 400, then 409. */
export function tenantRoute<P extends z.ZodObject = None, Q extends z.ZodObject = None, B extends z.ZodObject = None>(
  route: DeclaredRoute<P, Q, B, TenantRequest> & Needed,
): Route {
  const schemas = schemasOf<P, Q, B>(route);
  return {
    ...route,
    params: schemas.params,
    query: schemas.query,
    serve: async (app, request, trace) => {
      const asked = request.params["tenantId"] ?? "";
      const caller = await app.authenticate(request.headers.get("authorization"), asked);
      return notingRefusals(app, caller, asked, async () => {
        const authorised = await app.authorise(caller, asked, route);
        const parsed = await readRequest(schemas, request, route);
        // A start asks for more, and after the run that its Idempotency-Key stands for.
        if (route.method !== "GET" && !route.isStart) await app.checkWritable(authorised.scope);
        return route.handle(app, { caller, ...authorised, trace, ...parsed });
      });
    },
  };
}
