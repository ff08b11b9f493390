import type { ErrorCode } from "./error-codes.ts";

/** The application cannot sign in to the tenant at all: one state of the tenant, not a failure for each type and night. */
export const signInCodes: ReadonlySet<ErrorCode> = new Set([
  "graph_consent_missing",
  "graph_app_disabled",
  "graph_unauthenticated",
]);
