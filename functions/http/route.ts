import type { HttpRequest } from "@azure/functions";
import type { z } from "zod";
import type { HttpApp } from "../../src/app/http-app.ts";
import type { Right } from "../../src/domain/tenant/rights.ts";

/** What a handler answers; the edge turns it into HTTP. */
export type Answer = {
  readonly status: number;
  /** Sent as JSON; a string is sent as it is, with the content type in `headers`. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What every route says about itself; the OpenAPI document is made from it. */
export type RouteFacts = {
  /** Name of the function, and operationId in the API's description. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/api`, without a leading slash. */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** The most that its body may have, in bytes; left out: what all may have. */
  readonly maxBodyBytes?: number;
  /** Media type of a success; JSON when left out. */
  readonly mediaType?: "text/csv" | "application/x-ndjson";
  /** Takes the header Idempotency-Key. */
  readonly isStart?: boolean;
  /** Changes only what the caller has seen: the header If-Match must be there; `of_existing`: but for what is new. */
  readonly isConditional?: true | "of_existing";
  /** Schema of each success status; problems are the same everywhere. */
  readonly answers: Readonly<Record<number, z.ZodType>>;
};

export type Route = RouteFacts & {
  readonly right: Right | "anonymous" | "caller" | "platform";
  readonly serve: (app: HttpApp, request: HttpRequest, trace: Trace) => Promise<Answer>;
};

/** Names the request through run, message, workflow and Graph. */
export type Trace = { readonly correlationId: string; readonly traceparent: string | null };
