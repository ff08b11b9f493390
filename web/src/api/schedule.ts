import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { OperationId } from "./call-api.ts";
import type { Operations, Schedule, Slot } from "./operations.ts";
import { everyMs, poll } from "./poll.ts";
import { bodyOf, toQuery } from "./query.ts";
import { showsRuns } from "./run.ts";
import { useChange, useStart } from "./use-change.ts";
import { type List, useList } from "./use-list.ts";

export type NewSchedule = Operations["createSchedule"]["body"];
export type ScheduleChange = Operations["changeSchedule"]["body"] & { readonly scheduleId: string };

const showsSchedules: readonly OperationId[] = ["listSchedules", "getSchedule", "listSlots"];

export function useSchedules(tenantId: string): List<Schedule> {
  return useList<Schedule>({
    key: ["listSchedules", { tenantId }, {}],
    read: (callApi, page, signal) => callApi("listSchedules", { params: { tenantId }, query: page, signal }),
    idOf: ({ id }) => id,
    interval: () => everyMs.list,
  });
}

export function useSchedule(tenantId: string, scheduleId: string) {
  return useQuery({
    ...toQuery(useApi(), "getSchedule", { params: { tenantId, scheduleId } }),
    select: bodyOf<"getSchedule">,
    refetchInterval: poll(() => everyMs.list),
  });
}

/** The times at which a schedule was due, and what came of each. */
export function useSlots(tenantId: string, scheduleId: string): List<Slot> {
  return useList<Slot>({
    key: ["listSlots", { tenantId, scheduleId }, {}],
    read: (callApi, page, signal) => callApi("listSlots", { params: { tenantId, scheduleId }, query: page, signal }),
    idOf: ({ dueAt }) => dueAt,
    interval: () => everyMs.list,
  });
}

/** The next times of terms that are not saved; those of the terms before stay until the new ones are there. */
export function useSchedulePreview(tenantId: string, { cron, timeZone }: { cron: string; timeZone: string }) {
  return useQuery({
    ...toQuery(useApi(), "previewSchedule", { params: { tenantId }, query: { cron, timeZone } }),
    enabled: cron !== "" && timeZone !== "",
    select: bodyOf<"previewSchedule">,
    placeholderData: keepPreviousData,
  });
}

export function useCreateSchedule(tenantId: string) {
  return useChange(
    async (callApi, body: NewSchedule) => (await callApi("createSchedule", { params: { tenantId }, body })).body,
    showsSchedules,
  );
}

export function useChangeSchedule(tenantId: string) {
  return useChange(async (callApi, { scheduleId, ...body }: ScheduleChange) => {
    return (await callApi("changeSchedule", { params: { tenantId, scheduleId }, body })).body;
  }, showsSchedules);
}

export function useDeleteSchedule(tenantId: string) {
  return useChange(async (callApi, scheduleId: string) => {
    await callApi("deleteSchedule", { params: { tenantId, scheduleId } });
  }, showsSchedules);
}

export function useRunSchedule(tenantId: string) {
  return useStart(
    async (callApi, scheduleId: string, key) => {
      const input = { params: { tenantId, scheduleId }, headers: { "Idempotency-Key": key } };
      return (await callApi("runSchedule", input)).body;
    },
    [...showsRuns, ...showsSchedules],
  );
}
