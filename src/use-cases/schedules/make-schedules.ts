import type { Initiator } from "../../domain/operation-run/operation-run.ts";
import type { ScheduleTerms } from "../../domain/schedule/schedule.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import {
  changeSchedule,
  createSchedule,
  type NewTerms,
  removeSchedule,
  type ScheduleDeps,
} from "./change-schedules.ts";
import { previewSchedule } from "./preview-schedule.ts";

/** What people may do with the schedules of a tenant. */
export function makeSchedules(deps: ScheduleDeps) {
  return {
    create: (scope: TenantScope, terms: NewTerms, actor: Initiator) => createSchedule(deps, scope, terms, actor),
    change: (scope: TenantScope, id: string, terms: Partial<ScheduleTerms>, actor: Initiator) =>
      changeSchedule(deps, scope, id, terms, actor),
    preview: (scope: TenantScope, terms: Pick<NewTerms, "cron" | "timeZone">) => previewSchedule(deps, scope, terms),
    remove: (scope: TenantScope, id: string, actor: Initiator) => removeSchedule(deps, scope, id, actor),
  };
}
