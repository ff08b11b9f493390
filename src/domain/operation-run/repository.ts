import type { AuditEntry } from "../audit/audit-entry.ts";
import type { Failure } from "../failure/failure.ts";
import type { Notification } from "../notification/notification.ts";
import type { Page, PageRequest } from "../paging/page.ts";
import type { TenantId } from "../tenant-scope/tenant-scope.ts";
import type { GroupProgress, GroupWait } from "./group-progress.ts";
import type { IdempotencyRecord } from "./idempotency.ts";
import type { Transition } from "./lifecycle.ts";
import type { OperationRun } from "./operation-run.ts";
import type { RunHistory } from "./run-detail.ts";
import type { RunEvent } from "./run-event.ts";
import type { StateCounts } from "./state-counts.ts";

/** What is written in the same transaction as a change of a run (there is no action without its audit), and the event that follows. */
export type Records = {
  readonly event?: RunEvent;
  readonly audit?: AuditEntry;
  readonly notification?: Notification;
  readonly idempotency?: IdempotencyRecord;
  readonly selection?: Selection;
};

/**
 * What a run is for, where that is long: the tenants of a fleet run, or every object type of a tenant. A document of its
 * own, because the run is patched often, and a patch is charged by the size of the whole document.
 */
export type Selection = { readonly runId: string } & (
  | { readonly tenants: readonly TenantId[] }
  | { readonly types: readonly string[] }
);

export type RunFilter = {
  readonly status?: OperationRun["status"];
  readonly outcome?: OperationRun["outcome"];
  readonly type?: OperationRun["type"];
  /** Id of the person, application or schedule that started it. */
  readonly initiator?: string;
  /** A run's id, a failure's code, or a part of the label or of the initiator's name, in any case. */
  readonly text?: string;
  /** ISO 8601 UTC bounds of createdAt: from inclusive, to exclusive. */
  readonly from?: string;
  readonly to?: string;
};

/** Runs of one tenant scope. Throws a Fault `store_unavailable` when the store does not answer. */
export type RunRepository = {
  /** Creates the run and its records in one transaction; `taken` when an active run, or a record, has the same key. */
  create(run: OperationRun, records: Records): Promise<"created" | "taken">;
  read(runId: string): Promise<OperationRun | undefined>;
  findActive(activeKey: string): Promise<OperationRun | undefined>;
  /**
   * Applies a transition with its records, all or nothing. `moved_on`: attempt or status are no longer what the
   * transition expects, and nothing was written.
   */
  apply(runId: string, transition: Transition, records?: Records): Promise<OperationRun | "moved_on">;
  /** Applies a claim; `writer_active` when another run of this tenant is the one that writes. */
  claim(runId: string, transition: Transition, records?: Records): Promise<OperationRun | "moved_on" | "writer_active">;
  /** The run that may write to the tenant now. */
  findWriter(): Promise<OperationRun | undefined>;
  /** Queued runs that wait behind this writer, oldest first. */
  findWaiters(writerId: string): Promise<readonly OperationRun[]>;
  /** Patches fields that move beside the lifecycle, under the same condition on attempt and status. */
  note(runId: string, transition: Transition): Promise<OperationRun | "moved_on">;
  /** Reports how far one service group is or why it waits, and the last error of a step. */
  heartbeat(run: Pick<OperationRun, "id" | "attempt">, beat: Heartbeat): Promise<OperationRun | "moved_on">;
  /**
   * Records that somebody joined an active run; a document of its own, so that the run does not get hot. With `once`
   * the join is recorded once, however often it is requested with that key.
   */
  join(runId: string, who: { id: string; name: string; at: string }, once?: string): Promise<void>;
  /** The run that an idempotency key stands for. */
  idempotencyRecord(id: string): Promise<IdempotencyRecord | undefined>;
  /** Create-only: `taken` when the key stands for a run already. */
  addIdempotencyRecord(record: IdempotencyRecord): Promise<"added" | "taken">;
  /** Frees the key, if it still stands for this run. */
  removeIdempotencyRecord(record: IdempotencyRecord): Promise<void>;
  /** The types of a run whose document does not name them. Fault `conflict` while they cannot be seen yet. */
  selectedTypes(runId: string): Promise<readonly string[]>;
  /** What is stored beside a run about it. */
  history(runId: string): Promise<Omit<RunHistory, "retries">>;
  /** Ids of the runs that repeat it; of one that has not ended there are none. */
  retriesOf(runId: string): Promise<readonly string[]>;
  list(filter: RunFilter, page: PageRequest): Promise<Page<OperationRun>>;
  /** Runs that are queued or running, newest first, so many at most. */
  listActive(most: number): Promise<readonly OperationRun[]>;
  /** How many runs that fit the filter are in each state. */
  count(filter: RunFilter): Promise<StateCounts>;
};

export type Heartbeat = {
  readonly at: string;
  readonly group?: { readonly name: string; readonly progress: GroupProgress };
  /** A group that cannot go on now; its counts stay as they are. */
  readonly waiting?: GroupWait & { readonly group: string };
  /** Null clears what was said before. */
  readonly lastError?: Failure | null;
};
