import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { Answer } from "./call-api.ts";
import type { Entry, Operations, Run, Snapshot } from "./operations.ts";
import { everyMs, poll } from "./poll.ts";
import { bodyOf, counted, toQuery } from "./query.ts";
import { showsRuns } from "./run.ts";
import { useStart } from "./use-change.ts";
import { type List, useList } from "./use-list.ts";

export type SnapshotFilters = Omit<Operations["listSnapshots"]["query"], "limit" | "page" | "count">;
export type EntryFilters = Omit<Operations["listEntries"]["query"], "limit" | "page" | "count">;
export type SnapshotOrder = Operations["takeSnapshot"]["body"];

/** A snapshot never changes once it is sealed: it is asked for once. */
const never = Number.POSITIVE_INFINITY;

export function useSnapshots(tenantId: string, filters: SnapshotFilters): List<Snapshot> {
  return useList<Snapshot>({
    key: ["listSnapshots", { tenantId }, filters],
    read: (callApi, page, signal) =>
      callApi("listSnapshots", { params: { tenantId }, query: { ...filters, ...page }, signal }),
    idOf: ({ id }) => id,
    interval: () => everyMs.list,
  });
}

export function useSnapshotTotal(tenantId: string, filters: SnapshotFilters) {
  return useQuery({
    ...toQuery(useApi(), "listSnapshots", { params: { tenantId }, query: { ...filters, ...counted } }),
    select: ({ body }) => body.total,
    refetchInterval: poll(() => everyMs.overview),
  });
}

/** Who started the newest runs that take snapshots, by run: a snapshot names its run only. Asked once a visit. */
export function useSnapshotStarters(tenantId: string) {
  const query = { type: "snapshot.take", status: "completed", limit: 200 } as const;
  return useQuery({
    ...toQuery(useApi(), "listOperations", { params: { tenantId }, query }),
    select: startersOf,
  });
}

function startersOf({ body }: Answer<"listOperations">): ReadonlyMap<string, Run["initiator"]> {
  return new Map(body.items.map(({ id, initiator }) => [id, initiator]));
}

/** Without an id nothing is asked. */
export function useSnapshot(tenantId: string, snapshotId: string | undefined) {
  return useQuery({
    ...toQuery(useApi(), "getSnapshot", { params: { tenantId, snapshotId: snapshotId ?? "" } }),
    select: bodyOf<"getSnapshot">,
    enabled: snapshotId !== undefined,
    staleTime: never,
  });
}

export function useEntries(tenantId: string, snapshotId: string, filters: EntryFilters): List<Entry> {
  return useList<Entry>({
    key: ["listEntries", { tenantId, snapshotId }, filters],
    read: (callApi, page, signal) =>
      callApi("listEntries", { params: { tenantId, snapshotId }, query: { ...filters, ...page }, signal }),
    idOf: ({ type, id }) => `${type}/${id}`,
    interval: () => false,
  });
}

/** How many objects the filters leave, and what the snapshot holds of each type. */
export function useEntryCounts(tenantId: string, snapshotId: string, filters: EntryFilters) {
  return useQuery({
    ...toQuery(useApi(), "listEntries", { params: { tenantId, snapshotId }, query: { ...filters, ...counted } }),
    select: countsOf,
    staleTime: never,
  });
}

function countsOf({ body: { total = 0, types = [] } }: Answer<"listEntries">) {
  return { total, types };
}

/** One object of a snapshot, as Graph gave it. */
export function useSnapshotObject(tenantId: string, snapshotId: string, type: string, objectId: string) {
  return useQuery({
    ...toQuery(useApi(), "getSnapshotObject", { params: { tenantId, snapshotId, type, objectId } }),
    select: bodyOf<"getSnapshotObject">,
    staleTime: never,
  });
}

export function useTakeSnapshot(tenantId: string) {
  return useStart(
    async (callApi, order: SnapshotOrder, key) => {
      const input = { params: { tenantId }, headers: { "Idempotency-Key": key }, body: order };
      return (await callApi("takeSnapshot", input)).body;
    },
    [...showsRuns, "listSnapshots"],
  );
}
