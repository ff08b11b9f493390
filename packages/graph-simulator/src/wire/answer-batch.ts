import { z } from "zod";
import { badRequest, GraphError } from "../graph-error.ts";
import { type Answer, newRequestIds, ok, type RequestIds, toErrorAnswer } from "./answer.ts";
import type { GraphRequest, RawRequest } from "./graph-request.ts";

/** https://learn.microsoft.com/graph/json-batching */
const maxRequests = 20;

// Some clients number their requests; answers have texts all the same.
const idSchema = z.union([z.string(), z.number()]).transform(String);
const batchedRequestSchema = z.object({
  id: idSchema,
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  dependsOn: z.array(idSchema).optional(),
});
const batchSchema = z.object({ requests: z.array(batchedRequestSchema) });

type BatchedRequest = z.infer<typeof batchedRequestSchema>;
type BatchedAnswer = { readonly id: string; readonly answer: Answer; readonly ids: RequestIds };

export type HandleInner = (raw: RawRequest, ids: RequestIds) => Answer;

/**
 * Carries out up to 20 requests, each throttled and answered on its own; the batch itself is a 200. Answers come in
 * another order than the requests, as the service is free to do.
 */
export function answerBatch(batch: GraphRequest, handle: HandleInner, nowMs: () => number): Answer {
  const requests = parseBatch(batch.body);
  const done = new Map<string, BatchedAnswer>();
  for (const inner of requests) {
    const ids = newRequestIds(headersOf(inner)["client-request-id"] ?? batch.headers["client-request-id"]);
    const isBlocked = inner.dependsOn?.some((id) => (done.get(id)?.answer.status ?? 500) >= 400) ?? false;
    const answer = isBlocked ? failedDependency(ids, nowMs()) : handle(toRawRequest(batch, inner), ids);
    done.set(inner.id, { id: inner.id, answer, ids });
  }
  const damage = [...done.values()].find(({ answer }) => answer.damage)?.answer.damage;
  return { ...ok({ responses: [...done.values()].toReversed().map(toResponse) }), ...(damage && { damage }) };
}

function parseBatch(body: unknown): readonly BatchedRequest[] {
  const parsed = batchSchema.safeParse(body);
  if (!parsed.success) throw badRequest("Invalid batch payload format.");
  const { requests } = parsed.data;
  if (requests.length > maxRequests) {
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${maxRequests}.`);
  }
  if (new Set(requests.map(({ id }) => id)).size < requests.length) throw badRequest("Request ids must be unique.");
  const withBody = requests.find((each) => each.body !== undefined && !headersOf(each)["content-type"]);
  if (withBody) throw badRequest(`Request ${withBody.id} has a body and no Content-Type header.`);
  return requests;
}

function toRawRequest(batch: GraphRequest, { method, url, headers, body }: BatchedRequest): RawRequest {
  const { origin, tenantId, clientId, mayWrite } = batch;
  const path = url.startsWith("/") ? url : `/${url}`;
  const address = { method: method.toUpperCase(), url: `/${batch.version}${path}` };
  return { origin, tenantId, clientId, mayWrite, ...address, headers: headersOf({ headers }), body };
}

function headersOf({ headers }: { readonly headers?: BatchedRequest["headers"] }): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
}

function toResponse({ id, answer, ids }: BatchedAnswer) {
  const content = answer.body === undefined ? {} : { "Content-Type": "application/json" };
  const headers = { "Cache-Control": "no-cache", ...ids, ...content, ...answer.headers };
  return { id, status: answer.status, headers, ...(answer.body !== undefined && { body: answer.body }) };
}

function failedDependency(ids: RequestIds, nowMs: number): Answer {
  const refusal = new GraphError(424, "FailedDependency", "A request that this one depends on has failed.");
  return toErrorAnswer(refusal, ids, nowMs);
}
