import type { ErrorCodeFacts } from "./error-code-facts.ts";

/** What Microsoft Graph said, or did not say. */
export const graphCodes = {
  graph_throttled: {
    title: "Microsoft Graph limits the tenant",
    status: 0,
    next: "retry",
    advice: "Microsoft Graph limited the tenant for longer than the run may wait. Start it again later.",
  },
  graph_unavailable: {
    title: "Microsoft Graph did not answer",
    status: 0,
    next: "retry",
    advice: "Microsoft Graph did not answer properly in time. Start it again later.",
  },
  graph_unauthenticated: {
    title: "The sign-in was refused",
    status: 0,
    next: "ask",
    advice: "The tenant's sign-in was refused: check the application's credential.",
  },
  graph_app_disabled: {
    title: "The application is disabled",
    status: 0,
    next: "ask",
    advice: "The application is disabled: an administrator of its home tenant, or of the customer's, must enable it.",
  },
  graph_consent_missing: {
    title: "Consent is missing",
    status: 0,
    next: "ask",
    advice: "An administrator of the tenant must grant consent again.",
  },
  not_verified: {
    title: "Nobody has checked the permissions yet",
    status: 0,
    next: "ask",
    advice:
      "The tenant was resumed, and nobody has looked since whether its sign-in works. Check its permissions, or start a run.",
  },
  graph_forbidden: {
    title: "A permission is missing",
    status: 0,
    next: "ask",
    advice: "The application lacks a permission for this object type in the tenant.",
  },
  graph_not_found: {
    title: "A listed object is not found",
    status: 0,
    next: "retry",
    advice: "Microsoft Graph lists the object and does not find it when it is read. Start the run again later.",
  },
  graph_refused: {
    title: "Microsoft Graph refused the request",
    status: 0,
    next: "give_up",
    advice: "Microsoft Graph refused the request; the message names its code.",
  },
  graph_no_route: {
    title: "Microsoft Graph has no way to a part",
    status: 0,
    next: "give_up",
    advice:
      "Microsoft Graph lists it in its metadata and does not serve it: what is named is missing, and nothing else. Report it: the contract of the object type needs another way.",
  },
  graph_bad_response: {
    title: "Microsoft Graph's answer cannot be trusted",
    status: 0,
    next: "retry",
    advice: "The answer could not be trusted (truncated, too large, or not JSON).",
  },
  graph_answer_too_large: {
    title: "An answer of Microsoft Graph is too large",
    status: 0,
    next: "give_up",
    advice:
      "One answer has more than 32 MB, which is more than the worker holds: make the objects that are named smaller.",
  },
  graph_foreign_link: {
    title: "A page link left its collection",
    status: 0,
    next: "give_up",
    advice: "A page link left the collection it belongs to and was not followed.",
  },
  graph_page_loop: {
    title: "The pages of a list repeat",
    status: 0,
    next: "retry",
    advice: "The pages of a list repeated, so the list is not complete.",
  },
  graph_feed_expired: {
    title: "Graph no longer knows where a reading ended",
    status: 0,
    next: "retry",
    advice:
      "Microsoft Graph can no longer say what changed since the last reading. Start the run again: it reads everything.",
  },
  graph_count_mismatch: {
    title: "Parts of an object are missing",
    status: 0,
    next: "retry",
    advice: "The parts of an object do not match the count it announces.",
  },
  object_changed: {
    title: "The object changed while it was read",
    status: 0,
    next: "retry",
    advice: "The object changed each time it was read. Start the run again.",
  },
  reference_deleted: {
    title: "Something names a deleted group",
    status: 0,
    next: "ask",
    advice: "An object of the tenant names a group that was deleted: take the assignment away, or restore the group.",
  },
  not_licensed: {
    title: "Not licensed",
    status: 0,
    next: "ask",
    advice: "The tenant has no licence for this object type; nothing is missing.",
  },
} as const satisfies Record<string, ErrorCodeFacts>;
