import type { Span } from "../event/repository.ts";
import type { JsonObject } from "../json/json-value.ts";
import type { TenantScope } from "../tenant-scope/tenant-scope.ts";
import type { CatalogContract, FeedContract, LogContract } from "./feed-contract.ts";
import type { ContractChild, ContractLink, ObjectTypeContract } from "./object-type-contract.ts";
import type { ExpandedRelation } from "./relations-of.ts";

/** A page of a feed; `link` is where the next round begins, on the last page alone. */
export type FeedPage = { readonly items: readonly JsonObject[]; readonly link: string | null };

/**
 * The only way to Microsoft Graph, for one tenant (P3.1). Callers name contracts, never endpoints (P3.3). Every method
 * throws a Fault with a `graph_...` code when Graph's answer cannot be had or trusted; nothing is ever returned from an
 * incomplete reading of pages.
 */
export type GraphClient = {
  /** Pages of the collection that the type belongs to, with the objects of all its types. */
  list(contract: ObjectTypeContract, signal: AbortSignal): AsyncIterable<readonly JsonObject[]>;
  /**
   * One object, or undefined when Graph says that it does not exist. The relations that are named come with it, each as a list;
   * one that Graph has no way to is not there.
   */
  get(
    contract: ObjectTypeContract,
    id: string,
    signal: AbortSignal,
    relations?: readonly ExpandedRelation[],
  ): Promise<JsonObject | undefined>;
  /** A whole child collection, nested collections included; below a cast to a kind of object where one is named. */
  children(
    contract: ObjectTypeContract,
    id: string,
    child: ContractChild,
    signal: AbortSignal,
    cast?: string,
  ): Promise<readonly JsonObject[]>;
  /** What the object refers to beside its body: id, kind and name of each. */
  links(
    contract: ObjectTypeContract,
    id: string,
    link: ContractLink,
    signal: AbortSignal,
    cast?: string,
  ): Promise<readonly JsonObject[]>;
  assignments(contract: ObjectTypeContract, id: string, signal: AbortSignal): Promise<readonly JsonObject[]>;
  /** Objects of a `by_id` type; ids that do not exist any more are not in the answer. */
  byIds(contract: ObjectTypeContract, ids: readonly string[], signal: AbortSignal): Promise<readonly JsonObject[]>;
  /**
   * What changed since the round that ended with the link `from`; everything, when it is null. A round without a last page
   * is none. Fault `graph_feed_expired` when Graph no longer knows the link.
   */
  changes(contract: FeedContract, from: string | null, signal: AbortSignal): AsyncIterable<FeedPage>;
  /** A catalog in a language (BCP 47), in pages; an item may stand on two of them. */
  catalog(contract: CatalogContract, language: string, signal: AbortSignal): AsyncIterable<readonly JsonObject[]>;
  /** What a log has of a span of time, in pages, newest first; an entry may stand on two of them. */
  entries(contract: LogContract, span: Span, signal: AbortSignal): AsyncIterable<readonly JsonObject[]>;
  /**
   * Requests since the last call, each sub-request of a batch counted as one: what those who share the client
   * get adds up to all requests.
   */
  takeRequests(): number;
  /** How Graph limits this client in a service group. */
  throttling(serviceGroup: string): Throttling;
};

/** The requests to a service group, as a budget of retries counts it. */
export type GraphSpent = {
  /** Requests that were sent for the first time, those inside batches one by one. */
  readonly asked: number;
  /** Answers 429. */
  readonly throttled: number;
  /** Requests that were sent again because they had failed otherwise. */
  readonly retried: number;
};

export const nothingSpent: GraphSpent = { asked: 0, throttled: 0, retried: 0 };

/** Times in milliseconds since the epoch. */
export type Throttling = GraphSpent & {
  /** Until when no request is sent to the group, because Graph said so; in the past when it is not held up. */
  readonly heldUntilMs: number;
  /** Until when requests wait so that the limits that Graph publishes are kept; in the past when none waits for long. */
  readonly pacedUntilMs: number;
};

/** Of a group without requests. */
export const notThrottled: Throttling = { ...nothingSpent, heldUntilMs: 0, pacedUntilMs: 0 };

/** What a client is for: an activity of a run, or work outside of runs. */
export type GraphRun = {
  readonly correlationId: string;
  readonly id?: string;
  /**
   * When the run must have ended. Its work comes back later, by GraphBackOff, where Graph asks for a longer wait and enough
   * of the time is left afterwards; without a deadline such a wait is a failure.
   */
  readonly deadlineAt?: string | null;
  readonly share?: RetryShare;
};

/** A service group's share of the retries that its run may make, and what activities before this one have spent of it. */
export type RetryShare = GraphSpent & {
  /** Groups among which the run's budget is divided. */
  readonly groups: number;
};

export type GraphGateway = {
  /** A client for one tenant and, where there is one, a run. Tokens and limits of tenants are never shared. */
  forTenant(scope: TenantScope, run: GraphRun): GraphClient;
  /**
   * Signs in to the tenant anew, so that whatever is requested from now on is requested with what is granted now. Answers
   * the application permissions of the token, or undefined where it does not say them. Throws a Fault when the tenant
   * refuses the sign-in, or the token service does not answer.
   */
  signInAnew(scope: TenantScope, signal: AbortSignal): Promise<readonly string[] | undefined>;
};
