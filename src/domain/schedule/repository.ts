import type { AuditEntry } from "../audit/audit-entry.ts";
import type { Notification } from "../notification/notification.ts";
import type { OperationRun } from "../operation-run/operation-run.ts";
import type { Records } from "../operation-run/repository.ts";
import type { Page, PageRequest } from "../paging/page.ts";
import type { Schedule } from "./schedule.ts";
import type { Slot } from "./slot.ts";

/** A schedule with the version that a later write is conditional on. */
export type Versioned = { readonly schedule: Schedule; readonly version: string };

/** What is written in one transaction with a change of a schedule. */
export type ScheduleRecords = { readonly audit?: AuditEntry };

/** A slot, its run when it starts one, and the schedule that moves on: written together or not at all (runs.md 9). */
export type SlotClaim = {
  readonly slot: Slot;
  readonly run?: { readonly run: OperationRun; readonly records: Records };
  readonly audit?: AuditEntry;
  /** The schedule before, which must not have moved on, and what then changes. */
  readonly before: Schedule;
  readonly change: Partial<Schedule>;
};

/** Schedules of one tenant scope. Throws a Fault `store_unavailable` when the store does not answer. */
export type ScheduleRepository = {
  create(schedule: Schedule, records: ScheduleRecords): Promise<void>;
  read(scheduleId: string): Promise<Versioned | undefined>;
  list(page: PageRequest): Promise<Page<Schedule>>;
  /** What each schedule promises, without the rest of it. */
  promises(): Promise<readonly Schedule["promise"][]>;
  /** `moved_on`: the schedule has another version, or is gone; nothing was written. */
  replace(schedule: Schedule, version: string, records: ScheduleRecords): Promise<"replaced" | "moved_on">;
  /** `moved_on`: it is gone already. */
  remove(scheduleId: string, records: ScheduleRecords): Promise<"removed" | "moved_on">;
  /**
   * Only `claimed` wrote anything. `moved_on`: the schedule changed, or somebody else claimed the slot. `slot_exists`:
   * the slot was decided before the schedule was set back. `active`: a run that does the same work is active.
   */
  claimSlot(claim: SlotClaim): Promise<"claimed" | "moved_on" | "slot_exists" | "active">;
  /** Changes a schedule that still has the same next slot, and the same state of its promise. */
  update(before: Schedule, change: Partial<Schedule>): Promise<"noted" | "moved_on">;
  /** Stores notifications, however many; one that exists stays as it is. */
  notify(notifications: readonly Notification[]): Promise<void>;
  slots(scheduleId: string, page: PageRequest): Promise<Page<Slot>>;
};
