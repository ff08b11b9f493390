import type { z } from "zod";
import { Fault } from "../../src/domain/error/fault.ts";
import { type Caller, mayOnPlatform } from "../../src/domain/tenant/caller.ts";
import { openTenantScope, platformId, type TenantScope } from "../../src/domain/tenant-scope/tenant-scope.ts";
import { notingRefusals } from "./noted-refusals.ts";
import { type DeclaredRoute, type None, readRequest, schemasOf } from "./request-schemas.ts";
import type { Route } from "./route.ts";

type PlatformRequest = {
  readonly caller: Caller;
  /** Of what belongs to no tenant. */
  readonly scope: TenantScope;
  readonly grantedBy: "platform";
};

/** A route of the platform as a whole, for callers with a platform role: one that reads it, or one that may change it. */
export function platformRoute<P extends z.ZodObject = None, Q extends z.ZodObject = None, B extends z.ZodObject = None>(
  route: DeclaredRoute<P, Q, B, PlatformRequest>,
): Route {
  const schemas = schemasOf<P, Q, B>(route);
  return {
    ...route,
    params: schemas.params,
    query: schemas.query,
    right: "platform",
    serve: async (app, request, trace) => {
      const caller = await app.authenticate(request.headers.get("authorization"), null);
      return notingRefusals(app, caller, null, async () => {
        if (!mayOnPlatform(caller, route.method === "GET" ? "read" : "change")) {
          throw new Fault("missing_right", "You lack the platform right.", { target: "platform" });
        }
        return route.handle(app, {
          caller,
          scope: openTenantScope(platformId, "authorised"),
          grantedBy: "platform",
          trace,
          ...(await readRequest(schemas, request, route)),
        });
      });
    },
  };
}
