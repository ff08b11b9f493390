import { z } from "zod";
import { type ErrorCode, errorCodes } from "../../src/domain/error/error-codes.ts";
import { type Fault, toFault } from "../../src/domain/error/fault.ts";
import { type FieldProblem, InvalidRequest } from "./invalid-request.ts";
import type { Answer, Trace } from "./route.ts";

/** Problem details (RFC 9457) as this API sends them: what it is called, what happened, and what helps. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    help: z.string(),
    code: z.string(),
    correlationId: z.string(),
    missingRight: z.string().optional(),
    runId: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), problem: z.string() })).optional(),
  })
  .meta({ id: "Problem" });

/** Every failure becomes HTTP here. What the system cannot explain is a 500 that carries an id, not a message. */
export function toProblem(error: unknown, { correlationId }: Trace): Answer {
  const fault = toFault(error);
  const code = codeForCallers(fault.code);
  const { title, status, advice } = errorCodes[code];
  const detail = code === fault.code ? fault.message : `${errorCodes[fault.code].title}.`;
  const body = {
    type: `urn:tenantpilot:error:${code}`,
    title,
    status,
    detail: code === "internal_error" ? "The request failed; its id is in correlationId." : detail,
    help: advice,
    code,
    correlationId,
    ...(code === "missing_right" ? { missingRight: fault.target } : {}),
    ...(namesRun.has(code) ? { runId: fault.target } : {}),
    ...(status === 400 ? { errors: problemsOf(fault) } : {}),
  };
  // RFC 9110 15.5.2: how to sign in. It says no more: what is wrong with a token is nobody's business.
  const signIn = status === 401 ? { "www-authenticate": "Bearer" } : {};
  const isRetryable = status === 503 || status === 429 || code === "cancelling";
  const retryAfter = isRetryable ? { "retry-after": secondsOf(fault) } : {};
  return { status, body, headers: { "content-type": "application/problem+json", ...signIn, ...retryAfter } };
}

const namesRun: ReadonlySet<ErrorCode> = new Set(["dispatch_failed", "cancelling"]);

// Services that were away, and runs that are being cancelled, may be called again after this long, unless the error says another time.
const usualRetryMs = 5_000;

function secondsOf({ retryAfterMs = usualRetryMs }: Fault): string {
  return String(Math.max(1, Math.ceil(retryAfterMs / 1_000)));
}

/** Deeper layers know of one field at a time: the fault's target. */
function problemsOf(fault: Fault): readonly FieldProblem[] {
  if (fault instanceof InvalidRequest) return fault.problems;
  return [{ field: fault.target ?? "", problem: fault.message }];
}

/** Codes that belong to runs have no HTTP status; a request that meets one says that a service is not ready. */
function codeForCallers(code: ErrorCode): ErrorCode {
  if (errorCodes[code].status !== 0) return code;
  return code === "unexpected" ? "internal_error" : "not_ready";
}
