import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import type { GraphAnswer } from "./send.ts";

const errorBodySchema = z.object({ error: z.object({ code: z.string(), message: z.string().optional() }) });

/** Graph's own error code, cut to what can be no secret and no personal datum. */
function graphCodeOf(body: unknown): string {
  const code = errorBodySchema.safeParse(body).data?.error.code ?? "";
  return /^[A-Za-z0-9_.]{1,60}$/.test(code) ? code : "unknown";
}

// Words in Graph's messages that tell a missing licence from a missing permission; there is no code for it
// (graph-facts 2.6).
const licenceWords = /licen[cs]e|not applicable to target tenant|not licensed|subscription/i;

function saysUnlicensed(body: unknown): boolean {
  const error = errorBodySchema.safeParse(body).data?.error;
  return licenceWords.test(`${error?.code ?? ""} ${error?.message ?? ""}`);
}

/** An answer that is no success, as a Fault with a stable code. The answer's text never leaves this function. */
export function toGraphFault({ status, body }: Pick<GraphAnswer, "status" | "body">, target: string): Fault {
  const graphCode = graphCodeOf(body);
  const said = `Microsoft Graph answered ${status} (${graphCode}).`;
  // The application's service principal is gone from the tenant: its consent was withdrawn after the token was given.
  if (graphCode === "Authorization_IdentityNotFound") return new Fault("graph_consent_missing", said, { target });
  if (status === 401) return new Fault("graph_unauthenticated", said, { target });
  if ((status === 403 || status === 400) && saysUnlicensed(body)) return new Fault("not_licensed", said, { target });
  if (status === 403) return new Fault("graph_forbidden", said, { target });
  if (status === 404) return new Fault("graph_not_found", said, { target });
  if (status === 429) return new Fault("graph_throttled", said, { target });
  if (status >= 500) return new Fault("graph_unavailable", said, { target });
  return new Fault("graph_refused", said, { target });
}
