import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import { noIntune } from "../../domain/graph/no-intune.ts";
import type { GraphAnswer } from "./send.ts";

const errorBodySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string().optional(),
    innerError: z.object({ "request-id": z.string().optional() }).optional(),
  }),
});

/** Graph's id of the request that it refused; of the headers, or of the body of one answer of a batch. Nothing but a guid. */
function requestIdOf({ body, requestId }: Refusal): string | undefined {
  const id = requestId ?? errorBodySchema.safeParse(body).data?.error.innerError?.["request-id"];
  return z.guid().safeParse(id).data;
}

type Refusal = Pick<GraphAnswer, "status" | "body" | "requestId">;

/** Graph's own error code, cut to what can be no secret and no personal datum. */
function graphCodeOf(body: unknown): string {
  const code = errorBodySchema.safeParse(body).data?.error.code ?? "";
  return /^[A-Za-z0-9_.]{1,60}$/.test(code) ? code : "unknown";
}

// What distinguishes a missing licence from a missing permission: words of messages and, for apps, a code. Other services refuse
// without either (docs/reference/graph-reads.md).
const licenceWords = /licen[cs]e|subscription/i;
const noIntuneWords = /not applicable to target tenant|AppLifecycle_2210/i;

// The answer of a national cloud where the service is not offered.
const cloudWords = /not supported for this environment/i;

function messageOf(body: unknown): string {
  return errorBodySchema.safeParse(body).data?.error.message ?? "";
}

function saysNoIntune(body: unknown): boolean {
  const error = errorBodySchema.safeParse(body).data?.error;
  return noIntuneWords.test(`${error?.code ?? ""} ${error?.message ?? ""}`);
}

function saysUnlicensed(body: unknown): boolean {
  const error = errorBodySchema.safeParse(body).data?.error;
  return licenceWords.test(`${error?.code ?? ""} ${error?.message ?? ""}`);
}

// What Graph says of a path, or of an $expand, that is in its metadata and that no service answers; of a segment that was
// taken away too. Recorded in public reports (docs/reference/graph-reads.md).
const noRouteCode = "No method match route template";
const noRouteWords =
  /No OData route exists|Resource not found for the segment|Parsing OData Select and Expand failed: Could not find a property/i;

/** Whether Graph has no route to what was requested, whoever requests it. */
export function saysNoRoute({ status, body }: Pick<Refusal, "status" | "body">): boolean {
  const error = status === 400 ? errorBodySchema.safeParse(body).data?.error : undefined;
  return error !== undefined && (error.code === noRouteCode || noRouteWords.test(error.message ?? ""));
}

/** The status of an answer that was larger than the worker can hold, and was not read to its end. */
export const tooLarge = 413;

/** An answer that is no success, as a Fault with a stable code. The answer's text never leaves this function. */
export function toGraphFault(refusal: Refusal, target: string): Fault {
  const { status, body } = refusal;
  const requestId = requestIdOf(refusal);
  const details = { target, ...(requestId === undefined ? {} : { requestId }) };
  const graphCode = graphCodeOf(body);
  const said = `Microsoft Graph answered ${status} (${graphCode}).`;
  // The application's service principal is gone from the tenant: its consent was withdrawn after the token was issued.
  if (graphCode === "Authorization_IdentityNotFound") return new Fault("graph_consent_missing", said, details);
  if (status === tooLarge) {
    return new Fault("graph_answer_too_large", "An answer of Microsoft Graph is larger than 32 MB.", details);
  }
  if (status === 401) return new Fault("graph_unauthenticated", said, details);
  if ((status === 403 || status === 400) && cloudWords.test(messageOf(body))) {
    return new Fault("graph_refused", `${said} Microsoft does not offer it in this cloud.`, details);
  }
  if ((status === 403 || status === 400) && saysNoIntune(body)) return new Fault("not_licensed", noIntune, details);
  if ((status === 403 || status === 400) && saysUnlicensed(body)) return new Fault("not_licensed", said, details);
  if (status === 403) return new Fault("graph_forbidden", said, details);
  if (status === 404) return new Fault("graph_not_found", said, details);
  if (saysNoRoute(refusal)) return new Fault("graph_no_route", said, details);
  if (status === 429) return new Fault("graph_throttled", said, details);
  if (status >= 500) return new Fault("graph_unavailable", said, details);
  return new Fault("graph_refused", said, details);
}
