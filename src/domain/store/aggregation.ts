import type { LimitedCount } from "../counts/limited-count.ts";
import type { Notification } from "../notification/notification.ts";
import type { OperationRun } from "../operation-run/operation-run.ts";
import type { Page, PageRequest } from "../paging/page.ts";
import type { OverviewFilter, OverviewTotals, TenantOverview } from "../platform/tenant-overview.ts";
import type { Schedule } from "../schedule/schedule.ts";
import type { Membership } from "../tenant/membership.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { TenantId } from "../tenant-scope/tenant-scope.ts";
import type { Unreadable } from "../unreadable/unreadable.ts";

/** A tenant, or the platform, with audit entries that no digest holds. */
export type WaitingTenant = { readonly tenantId: TenantId; readonly oldestAt: string };

/**
 * The one module that reads across tenants (runs.md 11). Every method says whose view it is; callers pass what they
 * may see on. A document that cannot be read is left out of every answer, and reported.
 */
export type Aggregation = {
  /** Asks the store one small question; Fault `store_unavailable` when it does not answer. */
  checkReady(): Promise<void>;
  /** Memberships of a caller in all tenants: its own, and those of its groups. */
  membershipsOf(principalIds: readonly string[]): Promise<readonly Membership[]>;
  tenants(tenantIds: readonly TenantId[]): Promise<readonly Tenant[]>;
  /** Ids of all tenants, or of those that have one of these labels; sorted. */
  tenantIds(labels?: readonly string[]): Promise<readonly TenantId[]>;
  /** Ids of the active tenants, those first that have been here longest. */
  tenantsByAge(): Promise<readonly TenantId[]>;
  /** How many objects each tenant had when it was last looked at; 0 when it never was. */
  objectCounts(tenantIds: readonly TenantId[]): Promise<ReadonlyMap<TenantId, number>>;
  /** Runs of several tenants, those that are there. */
  runs(refs: readonly { readonly tenantId: TenantId; readonly runId: string }[]): Promise<readonly OperationRun[]>;
  /**
   * A page of all tenants by name and id, narrowed to some; with what monitoring wants to know of each, and what
   * of them could not be read.
   */
  overview(
    filter: OverviewFilter,
    page: PageRequest,
  ): Promise<Page<Omit<TenantOverview, "lastComplete">> & { readonly unreadable: readonly Unreadable[] }>;
  /** How many tenants there are, and how many of them need somebody. */
  overviewTotals(): Promise<OverviewTotals>;
  /** All runs that are not completed, oldest first, for the reconciler. */
  activeRuns(): Promise<readonly OperationRun[]>;
  /** How many runs ended as failed since a time (ISO 8601 UTC). */
  countFailedSince(from: string): Promise<number>;
  /** Schedules with a slot that is due, or a promise that is to be looked at, at `now` (ISO 8601 UTC). */
  dueSchedules(now: string): Promise<readonly Schedule[]>;
  /** Schedules whose promise is broken. */
  brokenPromises(): Promise<readonly Schedule[]>;
  /** Documents that the timers meet at `now` (ISO 8601 UTC) and cannot read: active runs, schedules that are due or broken. */
  unreadable(now: string): Promise<readonly Unreadable[]>;
  /** Tenants with audit entries that wait for a digest, and the platform where it has some. */
  waitingForDigest(): Promise<readonly WaitingTenant[]>;
  /** Audit entries that say nothing of a digest, so many at most. */
  withoutDigest(most: number): Promise<readonly { readonly tenantId: TenantId; readonly id: string }[]>;
  /** Notifications of one person in all tenants, newest first. */
  notificationsOf(recipientId: string, page: PageRequest): Promise<Page<Notification>>;
  /** How many of them the person has not read. */
  unreadOf(recipientId: string): Promise<LimitedCount>;
  markRead(recipientId: string, notificationId: string, at: string): Promise<Notification | undefined>;
  /** Marks the person's notifications up to a time (ISO 8601 UTC), at most 1,000 of them. */
  markReadUpTo(recipientId: string, upTo: string, at: string): Promise<void>;
};
