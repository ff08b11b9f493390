import { app as functions } from "@azure/functions";
import type { HttpApp } from "../../src/app/http-app.ts";
import { routes } from "./routes.ts";
import { serve } from "./serve.ts";

/** Registers every route with the Functions host. Callers are checked in code, so the host asks for no key. */
export function registerRoutes(app: HttpApp): void {
  for (const route of routes) {
    functions.http(route.id, {
      methods: [route.method],
      // host.json gives no prefix, so that the portal has the addresses beside the API.
      route: `api/${route.path}`,
      authLevel: "anonymous",
      handler: (request, context) => serve(app, route, request, context),
    });
  }
}
