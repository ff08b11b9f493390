import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { idempotencyKeySchema, ifMatchSchema } from "../../functions/http/parse-request.ts";
import { problemSchema } from "../../functions/http/problem.ts";
import type { Route } from "../../functions/http/route.ts";
import packageFacts from "../../package.json" with { type: "json" };

const jsonType = "application/json";
const etagSchema = z
  .string()
  .meta({ description: "Sent back as If-None-Match it gives 304 while nothing has changed." });
const locationSchema = z.string().meta({ description: "Path of the run." });
const retryAfterSchema = z.int().min(0).meta({ description: "Seconds, where waiting helps." });

/** The API as an OpenAPI 3.1 document, as text that ends with a line feed. */
export function toOpenapi(routes: readonly Route[]): string {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    const path = `/${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: toOperation(route) };
  }
  const document = createDocument({
    openapi: "3.1.0",
    info: { title: "TenantPilot", version: packageFacts.version },
    servers: [{ url: "/api" }],
    // Keys of an operation are the methods that routes have; the library's type lists them one by one.
    paths: paths as ZodOpenApiPathsObject,
    components: {
      securitySchemes: {
        entra: { type: "http", scheme: "bearer", description: "An Entra access token for this API." },
      },
    },
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}

function toOperation(route: Route): ZodOpenApiOperationObject {
  const path = pathParameters(route);
  return {
    operationId: route.id,
    summary: route.summary,
    description: descriptionOf(route),
    security: route.right === "anonymous" ? [] : [{ entra: [] }],
    requestParams: { ...(path ? { path } : {}), ...(route.query ? { query: route.query } : {}), ...headersOf(route) },
    ...(route.body && route.method !== "GET"
      ? { requestBody: { required: false, content: { [jsonType]: { schema: route.body } } } }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, schema]) => [status, answerOf(route, status, schema)]),
      ),
      ...(isRead(route) ? { 304: { description: "As it was when the caller got this ETag." } } : {}),
      default: {
        description: "Problem details (RFC 9457).",
        headers: z.object({ "Retry-After": retryAfterSchema.optional() }),
        content: { "application/problem+json": { schema: problemSchema } },
      },
    },
  };
}

/** Not one that only leads a browser on. */
function isRead({ method, answers }: Route): boolean {
  return method === "GET" && !(303 in answers);
}

function answerOf(route: Route, status: string, schema: z.ZodType) {
  const { isStart, mediaType } = route;
  if (status === "303") {
    return { description: "Leads a browser on.", headers: z.object({ Location: z.string() }) };
  }
  const answer = { description: "Success.", content: { [mediaType ?? jsonType]: { schema } } };
  if (isRead(route)) return { ...answer, headers: z.object({ ETag: etagSchema }) };
  return isStart && status === "202" ? { ...answer, headers: z.object({ Location: locationSchema }) } : answer;
}

function headersOf(route: Route) {
  const { isStart, isConditional } = route;
  if (isRead(route)) return { header: z.object({ "If-None-Match": z.string().optional() }) };
  if (isStart) return { header: z.object({ "Idempotency-Key": idempotencyKeySchema.optional() }) };
  if (!isConditional) return {};
  // What is new has nothing that was seen before.
  const ifMatch = isConditional === "of_existing" ? ifMatchSchema.optional() : ifMatchSchema;
  return { header: z.object({ "If-Match": ifMatch }) };
}

function descriptionOf({ right }: Route): string {
  if (right === "anonymous") return "Anybody may call it.";
  if (right === "platform") return "Needs the platform right.";
  return right === "caller" ? "Any signed-in caller." : `Needs the right \`${right}\` in the tenant.`;
}

/** Every name in braces; those without a schema of their own are plain texts. */
function pathParameters({ path, params }: Route): z.ZodObject | undefined {
  const names = [...path.matchAll(/\{(?<name>\w+)\}/g)].flatMap((match) => match.groups?.["name"] ?? []);
  if (names.length === 0) return undefined;
  return z.object(Object.fromEntries(names.map((name) => [name, params?.shape[name] ?? z.string()])));
}
