import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useApi } from "./api-context.ts";
import type { OperationId } from "./call-api.ts";
import { countsInterval } from "./counts-interval.ts";
import type { Operations, Run } from "./operations.ts";
import { everyMs, poll } from "./poll.ts";
import { bodyOf, toQuery } from "./query.ts";
import { useChange, useStart } from "./use-change.ts";
import { useFile } from "./use-file.ts";
import { type List, useList } from "./use-list.ts";

export type RunFilters = Omit<Operations["listOperations"]["query"], "limit" | "page">;

/** What shows runs of tenants: a start or a cancel of one changes it. */
export const showsRuns: readonly OperationId[] = [
  "listOperations",
  "countOperations",
  "getOperation",
  "getTenantSummary",
  "getOverview",
  "getOwnOverview",
];

export function isActive({ status }: Pick<Run, "status">): boolean {
  return status !== "completed";
}

/** Faster while something on the list is on its way. */
export function runsInterval(runs: readonly Pick<Run, "status">[]): number {
  return runs.some(isActive) ? everyMs.active : everyMs.list;
}

/** A run that has ended changes no more. */
export function runInterval(run: Pick<Run, "status"> | undefined): number | false {
  return run && !isActive(run) ? false : everyMs.active;
}

export function useRuns(tenantId: string, filters: RunFilters): List<Run> {
  return useList<Run>({
    key: ["listOperations", { tenantId }, filters],
    read: (callApi, page, signal) =>
      callApi("listOperations", { params: { tenantId }, query: { ...filters, ...page }, signal }),
    idOf: ({ id }) => id,
    interval: runsInterval,
  });
}

/**
 * How many runs there are of each state. `shown` is a list of the same runs: where it has changed they are counted again
 * within 30 seconds, else the more rarely the more of them there are.
 */
export function useRunCounts(tenantId: string, filters: RunFilters, shown: unknown) {
  const changedAt = useChangedAt(shown);
  return useQuery({
    ...toQuery(useApi(), "countOperations", { params: { tenantId }, query: filters }),
    select: bodyOf<"countOperations">,
    refetchInterval: (query) =>
      poll((answer: { body: Operations["countOperations"]["answer"] } | undefined) => {
        if (changedAt > query.state.dataUpdatedAt) return everyMs.overview;
        return countsInterval(Object.values(answer?.body ?? {}).reduce((sum, { count }) => sum + count, 0));
      })(query),
  });
}

/** When a value became what it is, in milliseconds since 1970. */
function useChangedAt(value: unknown): number {
  const [changed, setChanged] = useState({ value, at: 0 });
  useEffect(() => setChanged({ value, at: Date.now() }), [value]);
  return changed.at;
}

export function useRun(tenantId: string, runId: string) {
  return useQuery({
    ...toQuery(useApi(), "getOperation", { params: { tenantId, runId } }),
    select: bodyOf<"getOperation">,
    refetchInterval: poll((answer) => runInterval(answer?.body)),
  });
}

/** Asks a run to stop; it ends when its work has. */
export function useCancelRun(tenantId: string) {
  return useChange(
    async (callApi, runId: string) => (await callApi("cancelOperation", { params: { tenantId, runId } })).body,
    showsRuns,
  );
}

export type Retry = Operations["retryOperation"]["body"] & { readonly runId: string };

export function useRetryRun(tenantId: string) {
  return useStart(async (callApi, { runId, parts }: Retry, key) => {
    const input = { params: { tenantId, runId }, headers: { "Idempotency-Key": key }, body: { parts } };
    return (await callApi("retryOperation", input)).body;
  }, showsRuns);
}

/** What each group of a run's objects came to. A run that is older than its parts has none of them any more. */
export function useRunParts(tenantId: string, run: Pick<Run, "id" | "status">) {
  const parts = useQuery({
    ...toQuery(useApi(), "listRunParts", { params: { tenantId, runId: run.id } }),
    select: bodyOf<"listRunParts">,
    // Each part costs a read of its own: the run itself, asked more often, says that it goes on.
    refetchInterval: poll(() => isActive(run) && everyMs.list),
  });
  const { refetch } = parts;
  const wasActive = useRef(isActive(run));
  useEffect(() => {
    // What the last groups came to was stored after they were asked for last.
    if (wasActive.current && !isActive(run)) void refetch();
    wasActive.current = isActive(run);
  }, [run, refetch]);
  return parts;
}

/** Downloads the runs that the filters leave, as a table. */
export function useRunsFile(tenantId: string) {
  return useFile("operations.csv", (callApi, query: RunFilters) =>
    callApi("exportOperations", { params: { tenantId }, query }),
  );
}
