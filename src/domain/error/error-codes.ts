import { z } from "zod";

/**
 * The one table of permanent error codes. A code never changes its meaning and is never reused.
 * `advice` is the sentence of help that docs/errors.md prints; `next` is what the layers above read:
 * `retry` (a later attempt may succeed), `give_up` (it will not), `ask` (a person must act).
 */
export const errorCodes = {
  // Answers to callers
  unauthenticated: { status: 401, next: "ask", advice: "Sign in and send a valid Entra access token for this API." },
  not_found: { status: 404, next: "give_up", advice: "Check the id; what you may not see is reported the same way." },
  missing_right: {
    status: 403,
    next: "ask",
    advice: "Ask an owner of the tenant for the right named in missingRight.",
  },
  invalid_request: { status: 400, next: "give_up", advice: "Correct the fields named in errors and send again." },
  unknown_object_type: { status: 400, next: "give_up", advice: "Use the type names that GET /api/capabilities lists." },
  unknown_tenants: {
    status: 400,
    next: "give_up",
    advice: "Use the tenant ids that GET /api/platform/overview lists; those that are not known are named in errors.",
  },
  conflict: {
    status: 409,
    next: "retry",
    advice: "Something else changed it at the same time: read it again, then repeat.",
  },
  precondition_required: {
    status: 428,
    next: "give_up",
    advice: "Read it first, then send its ETag in the header If-Match.",
  },
  precondition_failed: {
    status: 412,
    next: "retry",
    advice: "Somebody else changed it: read it again, then send its new ETag in If-Match.",
  },
  not_high_risk: {
    status: 400,
    next: "give_up",
    advice: "Only object types of high risk need to be enabled; GET /api/capabilities says which are.",
  },
  already_completed: {
    status: 409,
    next: "give_up",
    advice: "The run has ended; read how, there is nothing to cancel.",
  },
  cancelling: {
    status: 409,
    next: "retry",
    advice:
      "The run that does this work, named in runId, is being cancelled: wait as Retry-After says, then start again.",
  },
  not_completed: { status: 409, next: "retry", advice: "Wait until the run has ended, or cancel it, then retry it." },
  types_withheld: {
    status: 409,
    next: "ask",
    advice:
      "Every object type that this would read is switched off. An owner switches them on: `withheld` in the tenant's settings.",
  },
  nothing_to_retry: { status: 409, next: "give_up", advice: "No part of the run failed; retry all parts, or none." },
  idempotency_mismatch: {
    status: 422,
    next: "give_up",
    advice: "Use a new Idempotency-Key for another request; a key belongs to one body for 24 hours.",
  },
  body_too_large: { status: 413, next: "give_up", advice: "Send a smaller body; the limit is in docs/errors.md." },
  unsupported_media_type: { status: 415, next: "give_up", advice: "Send the body as application/json." },
  too_many_requests: { status: 429, next: "retry", advice: "Wait as long as Retry-After says." },
  not_ready: {
    status: 503,
    next: "retry",
    advice: "A service this application needs does not answer yet: try again shortly.",
  },
  unreadable_document: {
    status: 500,
    next: "retry",
    advice: "Try again after a deployment; when it stays, the stored document that is named is damaged: restore it.",
  },
  payload_damaged: {
    status: 500,
    next: "ask",
    advice:
      "What is stored of the object that is named is not what was written. The others read on; the next snapshot that finds the same content writes it anew.",
  },
  payload_missing: {
    status: 500,
    next: "ask",
    advice:
      "What was stored of the object that is named is gone. The others read on; the next snapshot that finds the same content writes it anew.",
  },
  manifest_damaged: {
    status: 500,
    next: "ask",
    advice: "The list of objects of the snapshot is damaged or gone: restore its blob, or use another snapshot.",
  },
  internal_error: { status: 500, next: "retry", advice: "Try again; when it stays, report the id of the answer." },
  // How a run, or a part of it, failed
  dispatch_failed: {
    status: 503,
    next: "retry",
    advice: "The work queue could not be reached; the run ended as failed. Start it again.",
  },
  // No run is given this any more, and those that were keep it: codes are for ever.
  graph_paused: {
    status: 0,
    next: "retry",
    advice: "Somebody paused all requests to Microsoft Graph; the run goes on when they are resumed.",
  },
  stalled: { status: 0, next: "retry", advice: "The run stopped reporting and was closed. Start it again." },
  timed_out: { status: 0, next: "retry", advice: "The run passed its deadline and was closed. Start it again." },
  dead_lettered: {
    status: 0,
    next: "retry",
    advice: "The message of the run could not be handled. Look at the worker's health, then start again.",
  },
  tenant_paused: {
    status: 0,
    next: "retry",
    advice: "Somebody paused the tenant's requests to Microsoft Graph. Resume them, then retry what failed.",
  },
  child_cancelled: {
    status: 0,
    next: "retry",
    advice: "The run of this tenant was cancelled by itself. Retry what failed to take its snapshot after all.",
  },
  right_withdrawn: { status: 0, next: "ask", advice: "The person who started the run no longer has the right to it." },
  store_unavailable: {
    status: 0,
    next: "retry",
    advice: "The database or blob store did not answer. The run is tried again.",
  },
  unexpected: { status: 0, next: "retry", advice: "An unforeseen fault; the correlation id finds it in the traces." },
  // What Microsoft Graph said
  graph_throttled: {
    status: 0,
    next: "retry",
    advice: "Microsoft Graph limited the tenant for longer than the run may wait. Start it again later.",
  },
  graph_unavailable: {
    status: 0,
    next: "retry",
    advice: "Microsoft Graph did not answer properly in time. Start it again later.",
  },
  graph_unauthenticated: {
    status: 0,
    next: "ask",
    advice: "The tenant's sign-in was refused: check the application's credential.",
  },
  graph_app_disabled: {
    status: 0,
    next: "ask",
    advice: "The application is disabled: an administrator of its home tenant, or of the customer's, must enable it.",
  },
  graph_consent_missing: { status: 0, next: "ask", advice: "An administrator of the tenant must grant consent again." },
  graph_forbidden: {
    status: 0,
    next: "ask",
    advice: "The application lacks a permission for this object type in the tenant.",
  },
  graph_not_found: {
    status: 0,
    next: "retry",
    advice: "Microsoft Graph lists the object and does not find it when it is read. Start the run again later.",
  },
  graph_refused: {
    status: 0,
    next: "give_up",
    advice: "Microsoft Graph refused the request; the message names its code.",
  },
  graph_bad_response: {
    status: 0,
    next: "retry",
    advice: "The answer could not be trusted (truncated, too large, or not JSON).",
  },
  graph_foreign_link: {
    status: 0,
    next: "give_up",
    advice: "A page link left the collection it belongs to and was not followed.",
  },
  graph_page_loop: { status: 0, next: "retry", advice: "The pages of a list repeated, so the list is not complete." },
  graph_count_mismatch: {
    status: 0,
    next: "retry",
    advice: "The parts of an object do not match the count it announces.",
  },
  object_changed: {
    status: 0,
    next: "retry",
    advice: "The object changed each time it was read. Start the run again.",
  },
  not_licensed: {
    status: 0,
    next: "ask",
    advice: "The tenant has no licence for this object type; nothing is missing.",
  },
} as const satisfies Record<string, ErrorCodeFacts>;

type ErrorCodeFacts = { readonly status: number; readonly next: "retry" | "give_up" | "ask"; readonly advice: string };

export type ErrorCode = keyof typeof errorCodes;

// Object.keys cannot know that a constant's keys are its type's keys; there are no others.
export const errorCodeSchema = z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]);

/** A code as it is read from the store: one that a newer version wrote does not make its document unreadable. */
export const storedCodeSchema = errorCodeSchema.catch("unexpected");
