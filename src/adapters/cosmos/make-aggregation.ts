import type { Container, SqlQuerySpec } from "@azure/cosmos";
import { operationRunSchema } from "../../domain/operation-run/operation-run.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import { membershipSchema } from "../../domain/tenant/membership.ts";
import { tenantSchema } from "../../domain/tenant/tenant.ts";
import { type TenantId, tenantIdSchema } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable, Unreadable } from "../../domain/unreadable/unreadable.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { waitingForDigest, withoutDigest } from "./audit-waiting.ts";
import { parseDocument, readable } from "./document.ts";
import { inList } from "./in-list.ts";
import { parseSchedule } from "./make-schedule-repository.ts";
import { tenantDocumentId } from "./make-tenant-repository.ts";
import { markRead, markReadUpTo, notificationsOf, unreadOf } from "./notifications.ts";
import { everywhere, queryCount } from "./query-page.ts";
import { readDocument } from "./read-document.ts";
import { readOverview, readOverviewTotals } from "./read-overview.ts";
import { tenantsByAge } from "./tenants-by-age.ts";

export type AggregationContainers = { readonly tenantData: Container; readonly inventory: Container };

// Point reads and small counts of single partitions, one after the other on each of so many connections.
const partitionsAtOnce = 16;

/**
 * Reads across tenants. Its containers belong to the one client that carries the mark without which a query over all
 * partitions is refused (runs.md 11). A document that cannot be read is reported and left out: it must not keep all tenants
 * from what they have in common.
 */
export function makeAggregation(
  { tenantData: container, inventory }: AggregationContainers,
  reportUnreadable: ReportUnreadable,
): Aggregation {
  const toRun = readable(parseDocument(operationRunSchema), reportUnreadable);
  const toSchedule = readable(parseSchedule, reportUnreadable);
  return {
    checkReady: async () => {
      await readDocument(container, "platform", tenantDocumentId, (document) => document);
    },
    membershipsOf: (principalIds) =>
      everywhere(
        container,
        membershipsQuery(principalIds),
        readable(parseDocument(membershipSchema), reportUnreadable),
      ),
    tenants: async (tenantIds) => {
      const parse = readable(parseDocument(tenantSchema), reportUnreadable);
      const found = await Promise.all(tenantIds.map((id) => readDocument(container, id, tenantDocumentId, parse)));
      return found.flatMap((each) => each?.value ?? []);
    },
    tenantIds: async (labels) =>
      (await everywhere(container, tenantIdsQuery(labels), (id) => tenantIdSchema.parse(id))).toSorted((a, b) =>
        a < b ? -1 : 1,
      ),
    tenantsByAge: () => tenantsByAge(container),
    objectCounts: async (tenantIds) =>
      new Map(
        await mapAtOnce(tenantIds, partitionsAtOnce, async (id) => [id, await countObjects(inventory, id)] as const),
      ),
    runs: async (refs) => {
      const found = await mapAtOnce(refs, partitionsAtOnce, ({ tenantId, runId }) =>
        readDocument(container, tenantId, runId, toRun),
      );
      return found.flatMap((each) => each?.value ?? []);
    },
    overview: (filter, page) => readOverview(container, filter, page, reportUnreadable),
    overviewTotals: () => readOverviewTotals(container),
    activeRuns: async () => {
      // A query over all partitions gives them partition by partition.
      const runs = await everywhere(container, activeRunsQuery, toRun);
      return runs.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    },
    countFailedSince: async (from) => (await everywhere(container, failedRunsQuery(from), (id) => id)).length,
    dueSchedules: (now) => everywhere(container, dueSchedulesQuery(now), toSchedule),
    brokenPromises: () => everywhere(container, brokenPromisesQuery, toSchedule),
    unreadable: (now) => readUnreadable(container, now),
    waitingForDigest: () => waitingForDigest(container),
    withoutDigest: (most) => withoutDigest(container, most),
    notificationsOf: (recipientId, page) => notificationsOf(container, recipientId, page, reportUnreadable),
    unreadOf: (recipientId) => unreadOf(container, recipientId),
    markRead: (recipientId, id, at) => markRead(container, recipientId, id, at),
    markReadUpTo: (recipientId, upTo, at) => markReadUpTo(container, recipientId, upTo, at),
  };
}

/** What is in the way of the timers now: found by their own questions. */
async function readUnreadable(container: Container, now: string): Promise<Unreadable[]> {
  const found = new Map<string, Unreadable>();
  const note: ReportUnreadable = (document) => void found.set(`${document.tenantId} ${document.id}`, document);
  await everywhere(container, activeRunsQuery, readable(parseDocument(operationRunSchema), note));
  for (const query of [dueSchedulesQuery(now), brokenPromisesQuery])
    await everywhere(container, query, readable(parseSchedule, note));
  return [...found.values()];
}

function membershipsQuery(principalIds: readonly string[]): SqlQuerySpec {
  const { names, parameters } = inList(principalIds);
  return { query: `SELECT * FROM c WHERE c.kind = 'membership' AND c.principalId IN (${names})`, parameters };
}

function tenantIdsQuery(labels: readonly string[] | undefined): SqlQuerySpec {
  const query = "SELECT VALUE c.tenantId FROM c WHERE c.kind = 'tenant'";
  if (!labels) return { query };
  const has = labels.map((_label, position) => `ARRAY_CONTAINS(c.labels, @label${position})`).join(" OR ");
  const parameters = labels.map((value, position) => ({ name: `@label${position}`, value }));
  return { query: `${query} AND (${has})`, parameters };
}

function countObjects(inventory: Container, tenantId: TenantId): Promise<number> {
  return queryCount(inventory, tenantId, { query: "SELECT VALUE COUNT(1) FROM c WHERE c.state = 'present'" });
}

const activeRunsQuery: SqlQuerySpec = {
  query: "SELECT * FROM c WHERE c.kind = 'run' AND c.status IN ('queued', 'running')",
  parameters: [],
};

function failedRunsQuery(from: string): SqlQuerySpec {
  return {
    query: "SELECT c.id FROM c WHERE c.kind = 'run' AND c.outcome = 'failed' AND c.completedAt >= @from",
    parameters: [{ name: "@from", value: from }],
  };
}

const brokenPromisesQuery: SqlQuerySpec = {
  query: "SELECT * FROM c WHERE c.kind = 'schedule' AND c.promise.state = 'broken'",
  parameters: [],
};

function dueSchedulesQuery(now: string): SqlQuerySpec {
  return {
    query: "SELECT * FROM c WHERE c.kind = 'schedule' AND (c.nextDueAt <= @now OR c.promiseCheckAt <= @now)",
    parameters: [{ name: "@now", value: now }],
  };
}
