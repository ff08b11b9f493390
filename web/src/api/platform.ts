import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { OperationId } from "./call-api.ts";
import type { FleetChild, Operations, Run } from "./operations.ts";
import { everyMs, poll } from "./poll.ts";
import { bodyOf, toQuery } from "./query.ts";
import { type Retry, runInterval, runsInterval } from "./run.ts";
import { showsPauses } from "./tenant.ts";
import { useChange, useStart } from "./use-change.ts";
import { type List, useList } from "./use-list.ts";

export type PlatformRunFilters = Omit<Operations["listPlatformOperations"]["query"], "limit" | "page">;
export type ChildFilters = Omit<Operations["listChildren"]["query"], "limit" | "page">;
export type FleetOrder = Operations["startPlatformOperation"]["body"];

const showsFleets: readonly OperationId[] = ["listPlatformOperations", "getPlatformOperation", "listChildren"];

/** Health of workers and queues (S10). Each page that is no tenant's asks, so it is asked seldom while nothing is at work. */
export function usePlatformFacts() {
  return useQuery({
    ...toQuery(useApi(), "getFacts", {}),
    select: bodyOf<"getFacts">,
    refetchInterval: poll((answer) => {
      const { queued = 0, running = 0 } = answer?.body.runs ?? {};
      return queued + running > 0 ? everyMs.overview : everyMs.seldom;
    }),
  });
}

export function usePlatformRuns(filters: PlatformRunFilters): List<Run> {
  return useList<Run>({
    key: ["listPlatformOperations", {}, filters],
    read: (callApi, page, signal) => callApi("listPlatformOperations", { query: { ...filters, ...page }, signal }),
    idOf: ({ id }) => id,
    interval: runsInterval,
  });
}

export function usePlatformRun(runId: string) {
  return useQuery({
    ...toQuery(useApi(), "getPlatformOperation", { params: { runId } }),
    select: bodyOf<"getPlatformOperation">,
    refetchInterval: poll((answer) => runInterval(answer?.body)),
  });
}

/** What became of each tenant of a fleet run. */
export function useChildren(runId: string, filters: ChildFilters): List<FleetChild> {
  const isOnItsWay = ({ state }: FleetChild) => ["waiting", "held", "active"].includes(state);
  return useList<FleetChild>({
    key: ["listChildren", { runId }, filters],
    read: (callApi, page, signal) =>
      callApi("listChildren", { params: { runId }, query: { ...filters, ...page }, signal }),
    idOf: ({ tenantId }) => tenantId,
    interval: (children) => (children.some(isOnItsWay) ? everyMs.active : everyMs.list),
  });
}

/** Starts a run over all tenants, or over those that are named. */
export function useStartFleet() {
  return useStart(async (callApi, body: FleetOrder, key) => {
    return (await callApi("startPlatformOperation", { headers: { "Idempotency-Key": key }, body })).body;
  }, showsFleets);
}

export function useCancelFleet() {
  return useChange(
    async (callApi, runId: string) => (await callApi("cancelPlatformOperation", { params: { runId } })).body,
    showsFleets,
  );
}

export function useRetryFleet() {
  return useStart(async (callApi, { runId, parts }: Retry, key) => {
    const input = { params: { runId }, headers: { "Idempotency-Key": key }, body: { parts } };
    return (await callApi("retryPlatformOperation", input)).body;
  }, showsFleets);
}

/** Work of every tenant waits before it calls Graph, until it is resumed. */
export function usePauseAll() {
  return useChange(async (callApi) => (await callApi("pauseAllGraph")).body, [...showsPauses, "getFacts"]);
}

export function useResumeAll() {
  return useChange(async (callApi) => (await callApi("resumeAllGraph")).body, [...showsPauses, "getFacts"]);
}
