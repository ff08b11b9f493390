import type { ErrorCodeFacts } from "./error-code-facts.ts";

/** Answers to callers. */
export const answerCodes = {
  unauthenticated: {
    title: "Not signed in",
    status: 401,
    next: "ask",
    advice: "Sign in and send a valid Entra access token for this API.",
  },
  not_found: {
    title: "Not found",
    status: 404,
    next: "give_up",
    advice: "Check the id; what you may not see is reported the same way.",
  },
  missing_right: {
    title: "A right is missing",
    status: 403,
    next: "ask",
    advice: "Ask an owner of the tenant for the right named in missingRight.",
  },
  delegated_token_required: {
    title: "Only a person can search the directory",
    status: 403,
    next: "ask",
    advice:
      "Sign in as a person, again if you are: an application cannot search groups here. Type the group's id instead.",
  },
  delegated_consent_required: {
    title: "Nobody has consented to the group search",
    status: 403,
    next: "ask",
    advice:
      "An administrator of your home tenant grants this application GroupMember.Read.All on behalf of its users. Until then type the group's id.",
  },
  directory_unavailable: {
    title: "The directory did not answer in time",
    status: 503,
    next: "retry",
    advice: "Search again shortly, or type the group's id.",
  },
  invalid_request: {
    title: "The request is not valid",
    status: 400,
    next: "give_up",
    advice: "Correct the fields named in errors and send again.",
  },
  unknown_object_type: {
    title: "Unknown object type",
    status: 400,
    next: "give_up",
    advice: "Use the type names that GET /api/capabilities lists.",
  },
  unknown_tenants: {
    title: "Unknown tenants",
    status: 400,
    next: "give_up",
    advice: "Use the tenant ids that GET /api/platform/overview lists; those that are not known are named in errors.",
  },
  conflict: {
    title: "Changed at the same time",
    status: 409,
    next: "retry",
    advice: "Something else changed it at the same time: read it again, then repeat.",
  },
  precondition_required: {
    title: "If-Match is missing",
    status: 428,
    next: "give_up",
    advice: "Read it first, then send its ETag in the header If-Match.",
  },
  precondition_failed: {
    title: "Changed since it was read",
    status: 412,
    next: "retry",
    advice: "Somebody else changed it: read it again, then send its new ETag in If-Match.",
  },
  not_high_risk: {
    title: "Not of high risk",
    status: 400,
    next: "give_up",
    advice: "Only object types of high risk need to be enabled; GET /api/capabilities says which are.",
  },
  last_owner: {
    title: "The last owner stays",
    status: 409,
    next: "give_up",
    advice: "A tenant keeps one owner who is a person or a group. Make somebody else an owner first.",
  },
  tenant_exists: {
    title: "The tenant is there already",
    status: 409,
    next: "give_up",
    advice:
      "A tenant with this id is there already, and nothing was changed. An owner, or whoever looks after the platform, changes it.",
  },
  tenant_suspended: {
    title: "The tenant is suspended",
    status: 409,
    next: "ask",
    advice:
      "Somebody suspended the tenant, so that nothing starts in it. An owner resumes it; the tenant says why it was suspended.",
  },
  tenant_archived: {
    title: "The tenant is archived",
    status: 409,
    next: "give_up",
    advice: "An archived tenant is read only, for good. Everything in it can still be read.",
  },
  not_suspended: {
    title: "The tenant is not suspended",
    status: 409,
    next: "give_up",
    advice: "Suspend the tenant first and wait until its runs have ended, then archive it.",
  },
  tenant_busy: {
    title: "A run of the tenant is active",
    status: 409,
    next: "retry",
    advice:
      "Runs of the tenant were asked to cancel and have not ended yet: wait until none is active, then archive it.",
  },
  already_completed: {
    title: "The run has ended",
    status: 409,
    next: "give_up",
    advice: "The run has ended; read how, there is nothing to cancel.",
  },
  cancelling: {
    title: "The run is being cancelled",
    status: 409,
    next: "retry",
    advice:
      "The run that does this work, named in runId, is being cancelled: wait as Retry-After says, then start again.",
  },
  not_completed: {
    title: "The run has not ended",
    status: 409,
    next: "retry",
    advice: "Wait until the run has ended, or cancel it, then retry it.",
  },
  types_withheld: {
    title: "Every object type is switched off",
    status: 409,
    next: "ask",
    advice:
      "Every object type that this would read is switched off. An owner switches them on: `withheld` in the tenant's settings.",
  },
  too_many_schedules: {
    title: "Too many schedules",
    status: 409,
    next: "give_up",
    advice: "Change or delete one of the tenant's schedules instead; a schedule may name several times and types.",
  },
  nothing_to_retry: {
    title: "Nothing to retry",
    status: 409,
    next: "give_up",
    advice: "No part of the run failed; retry all parts, or none.",
  },
  idempotency_mismatch: {
    title: "Idempotency-Key of another request",
    status: 422,
    next: "give_up",
    advice: "Use a new Idempotency-Key for another request; a key belongs to one body for 24 hours.",
  },
  body_too_large: {
    title: "The body is too large",
    status: 413,
    next: "give_up",
    advice: "Send a smaller body; the limit is in docs/errors.md.",
  },
  comparison_too_large: {
    title: "The comparison is too large",
    status: 413,
    next: "give_up",
    advice: "Snapshots of more than 50,000 objects are not compared while somebody waits. Compare objects one by one.",
  },
  unsupported_media_type: {
    title: "The body is not JSON",
    status: 415,
    next: "give_up",
    advice: "Send the body as application/json.",
  },
  too_many_requests: {
    title: "Too many requests",
    status: 429,
    next: "retry",
    advice: "Wait as long as Retry-After says.",
  },
  portal_missing: {
    title: "The portal is not there",
    status: 503,
    next: "ask",
    advice: "The API works without it. Whoever runs the application adds what the answer names.",
  },
  application_missing: {
    title: "The deployment names no application",
    status: 503,
    next: "ask",
    advice:
      "Whoever runs the application adds the setting that the answer names: nobody can consent to an application without its id.",
  },
  not_ready: {
    title: "A service is not ready",
    status: 503,
    next: "retry",
    advice: "A service this application needs does not answer yet: try again shortly.",
  },
  unreadable_document: {
    title: "A stored document cannot be read",
    status: 500,
    next: "retry",
    advice: "Try again after a deployment; when it stays, the stored document that is named is damaged: restore it.",
  },
  payload_damaged: {
    title: "A stored payload is damaged",
    status: 500,
    next: "ask",
    advice:
      "What is stored of the object that is named is not what was written. The others read on; the next snapshot that finds the same content writes it anew.",
  },
  not_kept: {
    title: "No kept snapshot holds it",
    status: 410,
    next: "give_up",
    advice: "No snapshot that is kept holds it. Use a newer version, or take a snapshot of the object.",
  },
  payload_missing: {
    title: "A stored payload is gone",
    status: 500,
    next: "ask",
    advice:
      "What was stored of the object that is named is gone. The others read on; the next snapshot that finds the same content writes it anew.",
  },
  manifest_damaged: {
    title: "The list of a snapshot is damaged",
    status: 500,
    next: "ask",
    advice: "The list of objects of the snapshot is damaged or gone: restore its blob, or use another snapshot.",
  },
  internal_error: {
    title: "The request failed",
    status: 500,
    next: "retry",
    advice: "Try again; when it stays, report the id of the answer.",
  },
} as const satisfies Record<string, ErrorCodeFacts>;
