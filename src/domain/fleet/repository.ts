import type { ErrorCode } from "../error/error-codes.ts";
import type { Page, PageRequest } from "../paging/page.ts";
import type { TenantId } from "../tenant-scope/tenant-scope.ts";
import type { Link, LinkState, Tally } from "./link.ts";

/** Links of fleet runs, in the scope of the platform. Throws a Fault `store_unavailable` when the store does not answer. */
export type LinkRepository = {
  /** The tenants that a fleet run was started for, as stored with it. */
  selection(parentRunId: string): Promise<readonly TenantId[]>;
  /** Tenants that have their link, or have it in one state. */
  linkedTenants(parentRunId: string, state?: LinkState): Promise<ReadonlySet<TenantId>>;
  /** Creates links that are not there yet. Fault `conflict` when somebody else creates the same at this moment. */
  create(links: readonly Link[]): Promise<void>;
  /** Links in one state, the largest tenants first, at most so many. */
  inState(parentRunId: string, state: LinkState, limit: number): Promise<readonly Link[]>;
  /** Active links of all fleets, also of those that have ended. */
  active(): Promise<readonly Link[]>;
  /** Changes a link that still is in the state it was read in; nothing is written otherwise. */
  change(link: Link, change: Partial<Link>): Promise<void>;
  tally(parentRunId: string): Promise<Tally>;
  /** Reasons of links that did not succeed, with how many there are of each. */
  reasons(parentRunId: string): Promise<ReadonlyMap<ErrorCode, number>>;
  /** In order of state and size. */
  list(parentRunId: string, state: LinkState | undefined, page: PageRequest): Promise<Page<Link>>;
};
