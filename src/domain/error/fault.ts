import { visibleText } from "../text/visible-text.ts";
import { type ErrorCode, errorCodes } from "./error-codes.ts";

export type FaultDetails = {
  /** What the fault concerns: an object type, a run id, a field. Never personal data. */
  readonly target?: string;
  /** Earliest time that a retry makes sense, in milliseconds from now. */
  readonly retryAfterMs?: number;
  /** The id under which the vendor knows the request that failed: a guid. */
  readonly requestId?: string;
  readonly cause?: unknown;
};

/** A failure that the system can explain. The message is safe to show, whatever it names; the cause is for traces only. */
export class Fault extends Error {
  readonly code: ErrorCode;
  readonly target: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly requestId: string | undefined;

  constructor(code: ErrorCode, message: string, details: FaultDetails = {}) {
    super(visibleText(message), { cause: details.cause });
    this.name = "Fault";
    this.code = code;
    this.target = details.target;
    this.retryAfterMs = details.retryAfterMs;
    this.requestId = details.requestId;
  }

  /** Whether a later attempt may succeed without anybody acting. */
  get mayRetry(): boolean {
    return errorCodes[this.code].next === "retry";
  }
}

/** Any thrown value as a Fault; what the system cannot explain is `unexpected` and keeps its text out of the message. */
export function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  return new Fault("unexpected", "An unexpected fault stopped this step.", { cause: error });
}
