import { PauseCircleRegular } from "@fluentui/react-icons/svg/pause-circle";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useContext } from "react";
import type { Schedule } from "../../api/operations.ts";
import { useSchedule } from "../../api/schedule.ts";
import { CommandBar } from "../../parts/command-bar.tsx";
import { FactsList } from "../../parts/facts-list.tsx";
import { Freshness } from "../../parts/freshness.tsx";
import { NavigateContext } from "../../parts/navigate-context.ts";
import { PageHeader } from "../../parts/page-header.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { useWords } from "../../words/use-words.ts";
import { PageBody } from "../page-body.tsx";
import { PromiseMark } from "../promise-mark.tsx";
import { whenInWords } from "../schedule-when.ts";
import { Section } from "../section.tsx";
import { useProblem } from "../use-problem.ts";
import { useScheduleCommands } from "../use-schedule-commands.tsx";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import { Slots } from "./slots.tsx";
import { useScheduleFacts } from "./use-schedule-facts.tsx";

const route = getRouteApi("/tenants/$tenantId/schedules/$scheduleId");

/** One schedule: its terms, its promise, and what became of its slots. */
export function SchedulePage(): ReactElement {
  const { tenantId, scheduleId } = route.useParams();
  const words = useWords();
  const listHref = `/tenants/${tenantId}/schedules`;
  const query = useSchedule(tenantId, scheduleId);
  const navigate = useContext(NavigateContext);
  const schedule = query.data;
  const { others, dialog } = useScheduleCommands({
    tenantId,
    schedules: schedule ? [schedule] : [],
    off: query.fetchStatus === "paused" ? words.parts.commands.offline : undefined,
    onRemoved: () => navigate?.(listHref),
  });
  return (
    <PageBody>
      <PageHeader
        page={`schedule ${scheduleId}`}
        title={schedule ? whenInWords(schedule.cron, words) : words.schedule.title}
        crumbs={useTenantCrumbs(tenantId, [{ text: words.schedules.title, href: listHref }])}
        beside={schedule && <Standing schedule={schedule} />}
      >
        <CommandBar commands={others} />
      </PageHeader>
      <PageStates hasData={schedule !== undefined} problem={useProblem(query)} onTryAgain={() => void query.refetch()}>
        {schedule && (
          <ScheduleView schedule={schedule} asOf={query.dataUpdatedAt} onRefresh={() => void query.refetch()} />
        )}
      </PageStates>
      {dialog}
    </PageBody>
  );
}

/** Paused, or whether its promise is kept. */
function Standing({ schedule }: { readonly schedule: Schedule }): ReactElement {
  const { paused } = useWords().schedule;
  if (!schedule.paused) return <PromiseMark schedule={schedule} />;
  return <StatusMark tone="quiet" sign={<PauseCircleRegular />} word={paused} />;
}

type ScheduleViewProps = { readonly schedule: Schedule; readonly asOf: number; readonly onRefresh: () => void };

function ScheduleView({ schedule, asOf, onRefresh }: ScheduleViewProps): ReactElement {
  const { facts, slots } = useWords().schedule;
  return (
    <PageBody>
      <Section title={facts.heading} beside={<Freshness at={asOf} onRefresh={onRefresh} />}>
        <FactsList facts={useScheduleFacts(schedule)} />
      </Section>
      <Section title={slots.heading}>
        <Slots schedule={schedule} />
      </Section>
    </PageBody>
  );
}
