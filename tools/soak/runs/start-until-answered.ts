import { setTimeout as pause } from "node:timers/promises";
import { startedViewSchema } from "../../../src/domain/operation-run/run-view.ts";
import type { AcceptedRun } from "./contradictions-in.ts";

/** Where the API is now, and who asks; both change when the product is started again. */
export type Caller = () => Promise<{ readonly api: string; readonly token: string }>;

const patienceMs = 180_000;
const pauseMs = 250;
// Longer than any answer of a product that lives.
const answerLimitMs = 30_000;

/**
 * Starts a snapshot as a careful client does: it repeats the same request, with the same key, until it is answered. A
 * lost answer, a dead server and a queue that refuses are reasons to repeat; a refusal is not.
 */
export async function startUntilAnswered(
  caller: Caller,
  tenantId: string,
  body: { readonly types: readonly string[] },
  key: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<AcceptedRun> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    const answer = await post(caller, `/tenants/${tenantId}/snapshots`, body, key, signal).catch(() => undefined);
    if (answer?.status === 200 || answer?.status === 202) {
      return { tenantId, runId: startedViewSchema.parse(answer.json).id };
    }
    if (answer && answer.status < 500 && answer.status !== 409)
      throw new Error(`The start was refused with ${answer.status}: ${JSON.stringify(answer.json)}`);
    await pause(pauseMs, undefined, { signal });
  }
  throw new Error(`The start ${key} was not answered for ${patienceMs / 1_000} s.`);
}

async function post(
  caller: Caller,
  path: string,
  body: object,
  key: string,
  signal: AbortSignal,
): Promise<{ status: number; json: unknown }> {
  const { api, token } = await caller();
  const response = await fetch(`${api}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify(body),
    signal: AbortSignal.any([signal, AbortSignal.timeout(answerLimitMs)]),
  });
  return { status: response.status, json: await response.json() };
}
