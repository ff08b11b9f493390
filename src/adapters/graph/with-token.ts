import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import type { GraphAnswer, Send } from "./send.ts";

/** A token source of one tenant, such as a credential of @azure/identity, which caches and refreshes by itself. */
export type TokenSource = {
  getToken(
    scope: string,
    options?: { abortSignal?: AbortSignal },
  ): Promise<{ readonly token: string; readonly expiresOnTimestamp?: number } | null>;
};

/** A source to which a refusal of its token by Graph can be reported: the next one is of a new sign-in. */
export type RenewableSource = TokenSource & {
  readonly refuse: (token: string) => void;
  /** Forgets the token that is known, whatever it is. */
  readonly forget: () => void;
};

/** Adds the tenant's token. A tenant that refuses the sign-in is one Fault, not a failure per object. */
export function withToken(send: Send, source: RenewableSource, scope: string): Send {
  return async (request) => {
    const token = await tokenOf(source, scope, request.signal);
    const answer = await send({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
    if (isTokenRefused(answer)) source.refuse(token);
    return answer;
  };
}

const batchSchema = z.object({ responses: z.array(z.object({ status: z.int() })) });

/** Whether the answer, or one of those in it where it is that of a batch, says 401. */
function isTokenRefused({ status, body }: GraphAnswer): boolean {
  const responses = batchSchema.safeParse(body).data?.responses ?? [];
  return status === 401 || responses.some((each) => each.status === 401);
}

/** The tenant's token; cached by its source. */
export async function tokenOf(source: TokenSource, scope: string, signal: AbortSignal): Promise<string> {
  try {
    const answer = await source.getToken(scope, { abortSignal: signal });
    if (answer) return answer.token;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw toSignInFault(error);
  }
  throw new Fault("graph_unauthenticated", "No token could be had for the tenant.");
}

// Entra's error numbers: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
const consentMissing = /AADSTS(65001|650052|700016|90094)\b/;
const appDisabled = /AADSTS7000112\b/;
const refused = /AADSTS\d+/;
/** Entra itself is ill or busy: nothing is wrong with the tenant. */
const transient = /AADSTS(90033|90006|90014|50196)\b/;

function toSignInFault(cause: unknown): Fault {
  const text = cause instanceof Error ? cause.message : "";
  if (consentMissing.test(text)) {
    return new Fault("graph_consent_missing", "The tenant has not consented to the application.", { cause });
  }
  if (appDisabled.test(text)) {
    return new Fault("graph_app_disabled", "The application is disabled.", { cause });
  }
  if (refused.test(text) && !transient.test(text))
    return new Fault("graph_unauthenticated", "Entra refused the tenant's sign-in.", { cause });
  return new Fault("graph_unavailable", "The token service did not answer.", { cause });
}
