import type { ErrorCodeFacts } from "./error-code-facts.ts";

/** How a run, or a part of it, failed. */
export const runCodes = {
  dispatch_failed: {
    title: "The work queue was not reached",
    status: 503,
    next: "retry",
    advice: "The work queue could not be reached; the run ended as failed. Start it again.",
  },
  // No run ends with this any more, and those that were keep it: codes are for ever.
  graph_paused: {
    title: "Requests to Microsoft Graph are paused",
    status: 0,
    next: "retry",
    advice: "Somebody paused all requests to Microsoft Graph; the run goes on when they are resumed.",
  },
  stalled: {
    title: "The run went silent",
    status: 0,
    next: "retry",
    advice: "The run stopped reporting and was closed. Start it again.",
  },
  timed_out: {
    title: "The run passed its deadline",
    status: 0,
    next: "retry",
    advice: "The run passed its deadline and was closed. Start it again.",
  },
  dead_lettered: {
    title: "The run's message could not be handled",
    status: 0,
    next: "retry",
    advice: "The message of the run could not be handled. Look at the worker's health, then start again.",
  },
  tenant_paused: {
    title: "The tenant's requests to Microsoft Graph are paused",
    status: 0,
    next: "retry",
    advice: "Somebody paused the tenant's requests to Microsoft Graph. Resume them, then retry what failed.",
  },
  child_cancelled: {
    title: "The tenant's run was cancelled",
    status: 0,
    next: "retry",
    advice: "The run of this tenant was cancelled by itself. Retry what failed to take its snapshot after all.",
  },
  definitions_shrank: {
    title: "Far fewer settings have names than before",
    status: 0,
    next: "retry",
    advice:
      "A list of names lost over a twentieth, which is a reading that went wrong: the names stay as they were, and are read again tomorrow.",
  },
  no_tenant_to_ask: {
    title: "No tenant can be asked",
    status: 0,
    next: "ask",
    advice: "Names of settings are read in one tenant: one must have consented, and its requests must not be paused.",
  },
  right_withdrawn: {
    title: "The right was withdrawn",
    status: 0,
    next: "ask",
    advice: "The person who started the run no longer has the right to it.",
  },
  store_unavailable: {
    title: "The stores did not answer",
    status: 0,
    next: "retry",
    advice: "The database or blob store did not answer. The run is tried again.",
  },
  unexpected: {
    title: "An unforeseen fault",
    status: 0,
    next: "retry",
    advice: "An unforeseen fault; the correlation id finds it in the traces.",
  },
} as const satisfies Record<string, ErrorCodeFacts>;
