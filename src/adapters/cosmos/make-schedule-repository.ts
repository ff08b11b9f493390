import type { Container, OperationInput } from "@azure/cosmos";
import { z } from "zod";
import type { ScheduleRecords, ScheduleRepository, SlotClaim } from "../../domain/schedule/repository.ts";
import { type Schedule, scheduleSchema } from "../../domain/schedule/schedule.ts";
import { type Slot, slotSchema } from "../../domain/schedule/slot.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { runBatch } from "./batch.ts";
import { parseDocument, readable } from "./document.ts";
import { setAt } from "./patch.ts";
import { queryAll, queryPage } from "./query-page.ts";
import { createDocument, readDocument } from "./read-document.ts";
import { createOf, notificationOperation, type RecordRetention, recordOperations } from "./record-operations.ts";

export const parseSchedule = parseDocument(scheduleSchema);
// One that cannot be read says nothing here; the list of schedules reports it.
const parsePromise = (row: unknown) => scheduleSchema.shape.promise.safeParse(row);
const slotDocument = parseDocument(z.looseObject({ slot: slotSchema }));
const parseSlot = (document: unknown): Slot => slotDocument(document).slot;

// One by one: a transaction would be refused as a whole for one notification that is there already.
const writesAtOnce = 16;

/** Seconds that what became of a slot is kept, and what is written beside it. */
export type ScheduleRetention = RecordRetention & { readonly slotTtlSeconds: number };

/** Snapshot schedules of one tenant, and what became of their slots. */
export function makeScheduleRepository(
  container: Container,
  { tenantId }: TenantScope,
  retention: ScheduleRetention,
  reportUnreadable: ReportUnreadable,
): ScheduleRepository {
  const recordsOf = (records: ScheduleRecords): OperationInput[] => recordOperations(records, tenantId, retention);
  const batch = (operations: OperationInput[]) => runBatch(container, tenantId, operations, [404, 409, 412]);
  return {
    create: async (schedule, records) => {
      await batch([createOf("schedule", schedule.id, tenantId, schedule), ...recordsOf(records)]);
    },
    read: async (scheduleId) => {
      const known = await readDocument(container, tenantId, scheduleId, parseSchedule);
      return known && { schedule: known.value, version: known.etag };
    },
    list: (page) => {
      const query = "SELECT * FROM c WHERE c.kind = 'schedule' ORDER BY c.createdAt DESC, c.id DESC";
      return queryPage(container, tenantId, { query, parameters: [] }, page, readable(parseSchedule, reportUnreadable));
    },
    promises: () => {
      const query = "SELECT VALUE c.promise FROM c WHERE c.kind = 'schedule'";
      return queryAll(container, tenantId, { query }, (row) => parsePromise(row).data);
    },
    replace: async (schedule, version, records) => {
      const { resourceBody } = createOf("schedule", schedule.id, tenantId, schedule);
      const replacing: OperationInput = { operationType: "Replace", id: schedule.id, resourceBody, ifMatch: version };
      return (await batch([replacing, ...recordsOf(records)])) === "done" ? "replaced" : "moved_on";
    },
    update: async (before, change) => ((await batch([patchOf(before, change)])) === "done" ? "noted" : "moved_on"),
    notify: async (notifications) => {
      await mapAtOnce(notifications, writesAtOnce, (each) =>
        createDocument(container, notificationOperation(each, tenantId, retention).resourceBody),
      );
    },
    remove: async (scheduleId, records) => {
      const removing: OperationInput = { operationType: "Delete", id: scheduleId };
      return (await batch([removing, ...recordsOf(records)])) === "done" ? "removed" : "moved_on";
    },
    claimSlot: async (claim) => {
      const answer = await batch(claimOperations(claim, tenantId, retention));
      if (answer === "done") return "claimed";
      return refusals[answer.failedAt] ?? "active";
    },
    slots: (scheduleId, page) => {
      const query = {
        query:
          "SELECT * FROM c WHERE c.kind = 'slot' AND c.scheduleId = @scheduleId ORDER BY c.createdAt DESC, c.id DESC",
        parameters: [{ name: "@scheduleId", value: scheduleId }],
      };
      return queryPage(container, tenantId, query, page, readable(parseSlot, reportUnreadable));
    },
  };
}

// By the position of the operation that was refused: the schedule, the slot, then the run with its records.
const refusals = ["moved_on", "slot_exists"] as const;

function claimOperations(
  { slot, run, audit, before, change }: SlotClaim,
  tenantId: string,
  retention: ScheduleRetention,
) {
  const { scheduleId, at } = slot;
  return [
    patchOf(before, change),
    createOf("slot", slot.id, tenantId, { slot, scheduleId, createdAt: at, ttl: retention.slotTtlSeconds }),
    ...(run
      ? [createOf("run", run.run.id, tenantId, run.run), ...recordOperations(run.records, tenantId, retention)]
      : []),
    ...recordOperations(audit ? { audit } : {}, tenantId, retention),
  ];
}

function patchOf(before: Schedule, change: Partial<Schedule>): OperationInput {
  const operations = Object.entries(change).map(([name, value]) => setAt(`/${name}`, value));
  return { operationType: "Patch", id: before.id, resourceBody: { condition: conditionOf(before), operations } };
}

/** A time that the schema has checked, or null: no caller text reaches the predicate. */
function conditionOf({ nextSlotAt, promise }: Schedule): string {
  const slot = nextSlotAt === null ? "null" : `'${nextSlotAt}'`;
  return `FROM c WHERE c.nextSlotAt = ${slot} AND c.promise.state = '${promise.state}'`;
}
