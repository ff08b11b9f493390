import type { ReactElement } from "react";
import type { Schedule } from "../../api/operations.ts";
import { useSlots } from "../../api/schedule.ts";
import { DataList } from "../../parts/data-list.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { formatDateTime } from "../../words/format.ts";
import { useSpoken } from "../../words/use-words.ts";
import { useListProblem } from "../use-problem.ts";
import { slotColumns } from "./slot-columns.tsx";

/** What became of the slots of a schedule, the newest first. */
export function Slots({ schedule }: { readonly schedule: Schedule }): ReactElement {
  const { tenantId, timeZone, id } = schedule;
  const spoken = useSpoken();
  const { slots } = spoken.words.schedule;
  const list = useSlots(tenantId, id);
  return (
    <PageStates
      hasData={list.first !== undefined}
      problem={useListProblem(list)}
      onTryAgain={list.tryAgain}
      isEmpty={list.items.length === 0}
      empty={<EmptyState title={slots.emptyTitle}>{slots.empty}</EmptyState>}
    >
      <DataList
        label={slots.heading}
        size="section"
        rows={list.items}
        columns={slotColumns(spoken, { tenantId, timeZone })}
        keyOf={({ dueAt }) => dueAt}
        nameOf={({ dueAt }) => formatDateTime(spoken.language, dueAt, timeZone)}
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        fetchNext={list.loadMore}
      />
    </PageStates>
  );
}
