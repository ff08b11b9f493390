import type { HttpRequest } from "@azure/functions";
import { z } from "zod";
import type { HttpApp } from "../../src/app/http-app.ts";
import { parseBody } from "./parse-body.ts";
import { type IfMatch, parseIdempotencyKey, parseIfMatch, parseParams, parseQuery } from "./parse-request.ts";
import type { Answer, RouteFacts, Trace } from "./route.ts";

const none = z.strictObject({});

/** The schema of what a route leaves out. */
export type None = typeof none;

export type RequestSchemas<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject> = {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
};

/** A route as its file declares it: what it takes, and what it does with a request that its kind of route let through. */
export type DeclaredRoute<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject, Request> = Omit<
  RouteFacts,
  "params" | "query" | "body"
> &
  Partial<RequestSchemas<P, Q, B>> & {
    readonly handle: (
      app: HttpApp,
      request: Request & ParsedRequest<z.infer<P>, z.infer<Q>, z.infer<B>>,
    ) => Promise<Answer>;
  };

/** What every request gives. */
type ParsedRequest<P, Q, B> = {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly trace: Trace;
  /** From the header Idempotency-Key, on routes that start runs. */
  readonly idempotencyKey: string | null;
  /** From the header If-Match, on conditional routes; nothing on others. */
  readonly ifMatch: IfMatch;
  /** The header If-None-Match, for reads that are dear: what the caller has already is not made again. */
  readonly ifNoneMatch: string | null;
};

/** The schemas of a route; what it leaves out must be empty. */
export function schemasOf<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject>(
  route: Partial<RequestSchemas<P, Q, B>>,
): RequestSchemas<P, Q, B> {
  // With a schema left out, its type parameter is that of the empty schema: the compiler cannot see that they agree.
  const { params = none as unknown as P, query = none as unknown as Q, body = none as unknown as B } = route;
  return { params, query, body };
}

/** What a request gives to a route beside its caller; which headers count, the route says. */
export async function readRequest<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject>(
  { params, query, body }: RequestSchemas<P, Q, B>,
  request: HttpRequest,
  { isStart, isConditional, maxBodyBytes }: Pick<RouteFacts, "isStart" | "isConditional" | "maxBodyBytes">,
) {
  return {
    params: parseParams(params, request),
    query: parseQuery(query, request),
    body: await parseBody(body, request, maxBodyBytes),
    idempotencyKey: isStart ? parseIdempotencyKey(request) : null,
    ifMatch: mustParseIfMatch(isConditional, request) ? parseIfMatch(request) : [],
    ifNoneMatch: request.headers.get("if-none-match"),
  };
}

function mustParseIfMatch(isConditional: RouteFacts["isConditional"], request: HttpRequest): boolean {
  return isConditional === true || (isConditional === "of_existing" && request.headers.has("if-match"));
}
