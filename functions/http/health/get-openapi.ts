import { z } from "zod";
import openapi from "../../../docs/api/openapi.json" with { type: "json" };
import type { Route } from "../route.ts";

/** The description of this API, made from the routes when the application is built. */
export const getOpenapi: Route = {
  id: "getOpenapi",
  method: "GET",
  path: "openapi.json",
  summary: "This API as an OpenAPI 3.1 document.",
  right: "anonymous",
  answers: { 200: z.looseObject({ openapi: z.string() }) },
  serve: async () => ({ status: 200, body: openapi }),
};
