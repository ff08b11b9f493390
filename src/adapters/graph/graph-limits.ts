import type { ServiceGroup } from "../../domain/graph/service-group.ts";

/** How hard one (tenant, service group) may be worked. Times in milliseconds. */
export type GroupLimits = {
  /** Outer requests at once. */
  readonly concurrency: number;
  /** Requests, sub-requests counted one by one, that may start within one window. */
  readonly perWindow: number;
  readonly windowMs: number;
  readonly mayBatch: boolean;
};

/*
 * Sources: [L] https://learn.microsoft.com/graph/throttling-limits, [B] https://learn.microsoft.com/graph/json-batching.
 *
 * The sum over all instances of the worker: one activity at a time owns a service group of a tenant, by a lease in the
 * database, so for each tenant and group it is the one figure below, however many instances there are. For all tenants
 * together [L] allows an application 130,000 requests in 10 s. A tenant of 300 objects makes about 670 in all (npm run
 * bench -- graph), so 190 of them may begin within the same 10 s; one that fills each of its dozen groups makes at most
 * 12 x 900 = 10,800, so 12 of those may. Who starts more at once has to stagger them; Graph's answer 429 is heeded anyway.
 */

// [L] Intune, each service group: 1,000 requests in 20 s of one application in one tenant, 2,000 of all applications.
// 900 leaves a tenth for whatever else signs in as the same application. No figure is published for requests at once: 8
// batches of 20, which take two latencies each, reach this rate up to a latency of 1.7 s.
const intune: GroupLimits = { concurrency: 8, perWindow: 900, windowMs: 20_000, mayBatch: true };

// [L] conditional access and named locations: 1 request a second in one tenant for all applications together, and no
// Retry-After. A tenth of a second more, because clocks and ways are never quite as measured. Never batched, because the
// requests of a batch start together [B].
const conditionalAccess: GroupLimits = { concurrency: 1, perWindow: 1, windowMs: 1_100, mayBatch: false };

// [L] identity and access: 3,500 resource units in 10 s in the smallest tenants; a getByIds costs 3, so 200 cost 600.
const directory: GroupLimits = { concurrency: 4, perWindow: 200, windowMs: 10_000, mayBatch: true };

const limits: Readonly<Record<ServiceGroup, GroupLimits>> = {
  deviceConfiguration: intune,
  deviceConfigurationV2: intune,
  applications: intune,
  managedApplications: intune,
  enrollment: intune,
  notifications: intune,
  rbac: intune,
  // Windows 365, and what little is read of identity, publish no smaller figures than Intune's.
  cloudPc: intune,
  identity: intune,
  conditionalAccess,
  directory,
};
const byName: ReadonlyMap<string, GroupLimits> = new Map(Object.entries(limits));

/** A group that only a newer version of the product knows, in the message of a workflow, is taken for one of Intune's. */
export function limitsOf(serviceGroup: string): GroupLimits {
  return byName.get(serviceGroup) ?? intune;
}

/** How long a request is tried. */
export const retryLimits = {
  /** Throttling passes by waiting; a service that fails may go on failing, and other types wait for this one. */
  maxTriesThrottled: 8,
  maxTriesFailed: 4,
  /** Without Retry-After: full jitter up to this, doubled with each try. */
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
  /** Of a longer Retry-After so much is believed, then Graph is called again: one odd answer silences no tenant for days. */
  longestBelievedMs: 15 * 60_000,
  /** When Graph asks for more than this, an activity no longer waits in its slot. Never does it come back too early. */
  longestRetryAfterMs: 300_000,
  /** It comes back later where the run's deadline leaves so much time for reading; else what it was to read is a gap. */
  leftToReadMs: 30 * 60_000,
  /** A tenant that Graph holds up again and again is left alone after so long, well within an activity's half hour (host.json). */
  longestHeldMs: 15 * 60_000,
} as const;

/**
 * What one run (its attempt) may ask again in all: so much, divided among its service groups, and for each request that
 * it makes a share more. Graph that is ill gets its load half again, instead of three times. Throttling passes by
 * waiting, and one wave of it refuses what is under way: 8 batches of 20. The first figure lasts a dozen groups for six.
 */
export const retryBudget = {
  failed: { atLeast: 2_400, share: 0.5 },
  throttled: { atLeast: 12_000, share: 3 },
} as const;

/** Sub-requests of one $batch [B]. */
export const batchSize = 20;

/**
 * Lists below several objects whose first pages are requested at once: what Intune's groups may send at once. Each page
 * waits in memory until it is read.
 */
export const listingsAhead = 8;

const mebibyte = 1024 * 1024;

/** What answers may take of the memory of a worker, in bytes as they come, of all tenants and service groups together. */
export const answerLimits = {
  /** Of one answer. Pages of a few MB are known; what is larger is a named gap. */
  largest: 32 * mebibyte,
  /** An answer that is larger waits until so many of all that are being received are free. */
  receivedFreely: mebibyte,
  received: 32 * mebibyte,
  /** Of pages of lists of which not every object is begun. */
  pages: 24 * mebibyte,
  /** What a page is expected to have, before it comes; one with more than a usual page is requested again when the budget allows. */
  expectedPage: 256 * 1024,
  usualPage: mebibyte,
} as const;

// A listing of 20,000 objects in pages of 25 has 800; a longer one is a loop.
export const maxPages = 5_000;
