/** How hard one (tenant, service group) may be worked. Times in milliseconds. */
export type GroupLimits = {
  /** Outer requests at once. */
  readonly concurrency: number;
  /** Requests, sub-requests counted one by one, that may start within one window. */
  readonly perWindow: number;
  readonly windowMs: number;
  /** Least time between the starts of two requests. */
  readonly spacingMs: number;
  readonly mayBatch: boolean;
};

/**
 * Intune allows an application 1,000 requests per 20 s in each tenant and service group, all applications together
 * 2,000 (graph-facts 2.1). One activity at a time owns a group of a tenant, so the sum over all instances of the worker
 * is this one figure; 900 leaves a tenth for whatever else signs in as the same application.
 */
const intune: GroupLimits = { concurrency: 8, perWindow: 900, windowMs: 20_000, spacingMs: 0, mayBatch: true };

/** Conditional access: 1 request per second per tenant for all applications, without Retry-After (graph-facts 2.1). */
const conditionalAccess: GroupLimits = {
  concurrency: 1,
  perWindow: 18,
  windowMs: 20_000,
  spacingMs: 1_100,
  mayBatch: false,
};

/** Directory: 3,500 resource units per 10 s in the smallest tenants, 3 a getByIds (graph-facts 2.1). */
const directory: GroupLimits = { concurrency: 4, perWindow: 200, windowMs: 10_000, spacingMs: 0, mayBatch: true };

export function limitsOf(serviceGroup: string): GroupLimits {
  if (serviceGroup === "conditionalAccess") return conditionalAccess;
  if (serviceGroup === "directory") return directory;
  return intune;
}

/** How long a request is tried. */
export const retryLimits = {
  /** Throttling passes by waiting; a service that fails may go on failing, and other types wait for this one. */
  maxTriesThrottled: 8,
  maxTriesFailed: 4,
  /** Without Retry-After: full jitter up to this, doubled with each try. */
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
  /** Graph may ask for minutes; when it asks for more than this, the run gives up instead of coming back too early. */
  longestRetryAfterMs: 300_000,
} as const;

/**
 * What one run may spend on asking one service group again; a run reads about a dozen groups, each with a budget of its
 * own. Graph that is ill gets its load once more at most, instead of three times; a tenant that Graph limits
 * for longer than a quarter of an hour is left alone, well within the half hour that an activity has (host.json).
 */
export const retryBudget = {
  failedAtLeast: 200,
  failedShare: 0.5,
  longestHeldMs: 15 * 60_000,
} as const;

/** Sub-requests of one $batch: https://learn.microsoft.com/graph/json-batching */
export const batchSize = 20;

// A listing of 20,000 objects in pages of 25 has 800; a walk that is longer is a loop.
export const maxPages = 5_000;
