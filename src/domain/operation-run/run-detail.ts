import { z } from "zod";
import type { AuditEntry } from "../audit/audit-entry.ts";
import { countsSchema } from "../counts/counts.ts";
import { errorCodeSchema, errorCodes } from "../error/error-codes.ts";
import { type Failure, failureSchema } from "../failure/failure.ts";
import type { OperationRun } from "./operation-run.ts";
import { runViewSchema, toRunView } from "./run-view.ts";
import type { ViewedAt } from "./run-waits.ts";
import { timelineOf, transitionSchema } from "./timeline.ts";

/** Somebody who requested the same work while the run was active. */
export const joinSchema = z.object({ id: z.string(), name: z.string(), at: z.iso.datetime() });

/** What is stored beside a run about it. */
export type RunHistory = {
  readonly audit: readonly AuditEntry[];
  readonly joins: readonly z.infer<typeof joinSchema>[];
  /** Ids of the runs that repeat it. */
  readonly retries: readonly string[];
};

const failureGroupSchema = z.object({
  code: errorCodeSchema,
  advice: z.string(),
  count: z.int().min(1),
  failures: z.array(failureSchema),
});

/** A run with all that is known of it. */
export const runDetailSchema = runViewSchema
  .extend({
    /** The last error of the present attempt; clients know it by this name. */
    trouble: failureSchema.nullable(),
    /** Each service group of the present or last attempt, with the answers 429 that Microsoft Graph gave it. */
    groups: z.array(z.object({ group: z.string(), counts: countsSchema, throttled: z.int().min(0) })),
    timeline: z.array(transitionSchema),
    joined: z.array(joinSchema),
    retries: z.array(z.string()),
    failuresByCode: z.array(failureGroupSchema),
    links: z.object({ snapshot: z.string().nullable(), retryOf: z.string().nullable() }),
  })
  .meta({ id: "RunDetail" });

export type RunDetail = z.infer<typeof runDetailSchema>;

export function toRunDetail(run: OperationRun, { audit, joins, retries }: RunHistory, viewing: ViewedAt): RunDetail {
  const snapshotId = run.result?.snapshotId;
  const base = run.tenantId === "platform" ? "/api/platform" : `/api/tenants/${run.tenantId}`;
  return {
    ...toRunView(run, viewing),
    trouble: run.status === "completed" ? null : run.trouble,
    groups: groupsOf(run),
    timeline: timelineOf(run, audit),
    joined: joins.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    retries: retries.toSorted(),
    failuresByCode: groupByCode(run.failures),
    links: {
      snapshot: snapshotId === undefined ? null : `${base}/snapshots/${snapshotId}`,
      retryOf: run.retryOf === null ? null : `${base}/operations/${run.retryOf}`,
    },
  };
}

function groupsOf({ progress }: OperationRun): RunDetail["groups"] {
  return Object.entries(progress)
    .map(([group, { throttled, asked: _asked, retried: _retried, waiting: _waiting, ...counts }]) => ({
      group,
      counts,
      throttled,
    }))
    .toSorted((a, b) => (a.group < b.group ? -1 : 1));
}

/** The most frequent reason first. */
function groupByCode(failures: readonly Failure[]): RunDetail["failuresByCode"] {
  const groups = Map.groupBy(failures, ({ code }) => code);
  return [...groups]
    .map(([code, members]) => ({
      code,
      advice: errorCodes[code].advice,
      count: members.reduce((sum, { count }) => sum + count, 0),
      failures: members,
    }))
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
