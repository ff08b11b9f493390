import { createLocalJWKSet, errors, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";

export type KeySetOptions = {
  /** Where the authority publishes its keys. */
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly nowMs: () => number;
};

// A key that the authority took away opens nothing after so long.
const freshForMs = 10 * 60_000;
// A token may name any key: whoever sends one has the keys read again no more often than this.
const askAgainAfterMs = 60_000;
// Without any key nobody gets in, so an authority that gives no answer is asked again sooner.
const askFirstAgainAfterMs = 5_000;
const timeoutMs = 5_000;

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

type Known = { readonly find: JWTVerifyGetKey; readonly readAtMs: number };

/**
 * The keys that an authority signs tokens with, kept in this process. They roll over: an unknown one has them read again.
 * While the authority does not give them, those known before count on. Throws a Fault `not_ready` where nobody can say
 * whether a token is good, and jose's error where its key is known to be none.
 * https://learn.microsoft.com/entra/identity-platform/signing-key-rollover
 */
export function makeKeySet({ url, nowMs }: KeySetOptions): JWTVerifyGetKey {
  let known: Known | undefined;
  let trouble: unknown;
  let askAgainAtMs = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  async function read(): Promise<void> {
    const readAtMs = nowMs();
    askAgainAtMs = readAtMs + (known ? askAgainAfterMs : askFirstAgainAfterMs);
    try {
      const answer = await fetchKeys(url);
      askAgainAtMs = readAtMs + askAgainAfterMs;
      known = { find: createLocalJWKSet(keySetSchema.parse(await answer.json())), readAtMs };
      trouble = undefined;
    } catch (error) {
      trouble = error;
    } finally {
      asking = undefined;
    }
  }

  async function readAgain(): Promise<void> {
    if (!asking && nowMs() < askAgainAtMs) return;
    asking ??= read();
    await asking;
  }

  return async (header, token) => {
    if (!known || nowMs() - known.readAtMs >= freshForMs) await readAgain();
    const found = known && (await findIn(known, header, token));
    if (found) return found;
    await readAgain();
    if (trouble !== undefined || !known) throw notReady(trouble);
    return known.find(header, token);
  };
}

async function fetchKeys(url: string): Promise<Response> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
  if (!response.ok) throw new Error(`The keys of the token issuer: ${response.status}.`);
  return response;
}

/** The key, or undefined when the set does not have it. */
async function findIn({ find }: Known, ...asked: Parameters<JWTVerifyGetKey>) {
  try {
    return await find(...asked);
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return undefined;
    throw error;
  }
}

function notReady(cause: unknown): Fault {
  return new Fault("not_ready", "The keys of the token issuer cannot be read at the moment.", { cause });
}
