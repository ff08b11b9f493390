import { z } from "zod";
import { hashOfText } from "../hash/hash-of-text.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import type { OperationRun } from "./operation-run.ts";

/** A caller's key on one request, in the two forms that are stored: a hash of caller and key, and one of the request. */
export type Idempotency = { readonly id: string; readonly requestHash: string };

/** Says for 24 hours which run a key stands for, also when the run has ended. */
export const idempotencyRecordSchema = z.object({
  id: z.string(),
  requestHash: z.string(),
  runId: z.string(),
  createdAt: z.iso.datetime(),
});

export type IdempotencyRecord = z.infer<typeof idempotencyRecordSchema>;

/** Keys of two callers never meet; the same request is the same whatever the order of its properties. */
export function idempotencyOf(callerId: string, key: string, request: object): Idempotency {
  const id = `idempotency-${hashOfText(`${callerId}\n${key}`).slice(0, 32)}`;
  return { id, requestHash: hashOfText(canonicalJson(request)) };
}

/** A start that was answered with `dispatch_failed` does not keep its key: the caller is to start again. */
export function keepsKey({ outcome, dispatchedAt, failures }: OperationRun): boolean {
  const wasNeverSent = outcome === "failed" && dispatchedAt === null;
  return !(wasNeverSent && failures.some(({ code }) => code === "dispatch_failed"));
}
