import { CalendarClockRegular } from "@fluentui/react-icons/svg/calendar-clock";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useSchedules } from "../../api/schedule.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { FillCommand } from "../fill-command.tsx";
import { ListPage } from "../list-page.tsx";
import { whenInWords } from "../schedule-when.ts";
import { useObjectTypes } from "../use-object-types.ts";
import { useScheduleCommands } from "../use-schedule-commands.tsx";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import { scheduleColumns } from "./schedule-columns.tsx";

const route = getRouteApi("/tenants/$tenantId/schedules");

/** The snapshot schedules of a tenant, the newest first. */
export function SchedulesPage(): ReactElement {
  const { tenantId } = route.useParams();
  const spoken = useSpoken();
  const { schedules: words, parts } = spoken.words;
  const list = useSchedules(tenantId);
  const { nameOf } = useObjectTypes(tenantId);
  const [chosen, onChoose] = useState<ReadonlySet<string>>(new Set());
  const { create, others, dialog } = useScheduleCommands({
    tenantId,
    schedules: list.items.filter(({ id }) => chosen.has(id)),
    off: list.isPaused ? parts.commands.offline : undefined,
    onRemoved: () => onChoose(new Set()),
  });
  return (
    <ListPage
      page="schedules"
      title={words.title}
      crumbs={useTenantCrumbs(tenantId)}
      lead={words.lead}
      commands={[create, ...others]}
      filters={[]}
      values={{}}
      onValues={() => undefined}
      list={list}
      columns={scheduleColumns(spoken, nameOf)}
      keyOf={({ id }) => id}
      nameOf={({ cron }) => whenInWords(cron, spoken.words)}
      hrefOf={({ id }) => `/tenants/${tenantId}/schedules/${id}`}
      selection={{ chosen, onChoose }}
      empty={
        <EmptyState title={words.emptyTitle} action={<FillCommand command={create} />} sign={<CalendarClockRegular />}>
          {words.empty}
        </EmptyState>
      }
    >
      {dialog}
    </ListPage>
  );
}
