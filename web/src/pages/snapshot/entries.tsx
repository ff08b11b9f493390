import type { ReactElement } from "react";
import type { Entry } from "../../api/operations.ts";
import { type EntryFilters, useEntries } from "../../api/snapshot.ts";
import type { Column } from "../../parts/column.ts";
import { DataList } from "../../parts/data-list.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { cleared, type Filter, type FilterOption, type FilterValues, isAnySet } from "../../parts/filter.ts";
import { FilterBar } from "../../parts/filter-bar.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { PaneLayout } from "../../parts/pane-layout.tsx";
import { Time } from "../../parts/time.tsx";
import { formatSize } from "../../words/format.ts";
import { type Spoken, useSpoken } from "../../words/use-words.ts";
import { objectKey, openHref, parseObjectKey } from "../open-href.ts";
import { Section } from "../section.tsx";
import { useListProblem } from "../use-problem.ts";
import { EntryPane } from "./entry-pane.tsx";
import type { SnapshotSearch } from "./search.ts";

type EntriesProps = {
  readonly tenantId: string;
  readonly snapshotId: string;
  readonly search: SnapshotSearch;
  readonly onValues: (values: FilterValues) => void;
  readonly total: number | undefined;
  readonly typeName: (type: string) => string;
  readonly types: readonly FilterOption[];
};

/** The objects of a snapshot, each with its content beside the list. */
export function Entries(props: EntriesProps): ReactElement {
  const { tenantId, snapshotId, search, onValues, total, typeName, types } = props;
  const spoken = useSpoken();
  const { objects: words } = spoken.words.snapshot;
  const filters: EntryFilters = { type: search.type, text: search.text };
  const list = useEntries(tenantId, snapshotId, filters);
  const shown: readonly Filter[] = [
    { name: "text", label: words.text },
    { name: "type", label: words.type, options: types },
  ];
  const open = parseObjectKey(search.open);
  const close = (): void => onValues({ open: undefined });
  const name = list.items.find((entry) => objectKey(entry) === search.open)?.name;
  return (
    <Section title={words.title}>
      <FilterBar filters={shown} values={search} onChange={onValues} />
      <PaneLayout
        pane={open && <EntryPane {...{ tenantId, snapshotId, typeName, name }} object={open} onClose={close} />}
      >
        <PageStates
          hasData={list.first !== undefined}
          problem={useListProblem(list)}
          onTryAgain={list.tryAgain}
          isEmpty={list.items.length === 0}
          onClearFilters={isAnySet(shown, search) ? () => onValues(cleared(shown, search)) : undefined}
          empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
        >
          <DataList
            label={words.title}
            rows={list.items}
            columns={entryColumns(spoken, typeName)}
            keyOf={objectKey}
            nameOf={({ name }) => name}
            hrefOf={(entry) => openHref(`/tenants/${tenantId}/snapshots/${snapshotId}`, search, objectKey(entry))}
            total={total === undefined ? undefined : { count: total, more: false }}
            hasMore={list.hasMore}
            isLoadingMore={list.isLoadingMore}
            fetchNext={list.loadMore}
          />
        </PageStates>
      </PaneLayout>
    </Section>
  );
}

function entryColumns({ language, words }: Spoken, typeName: (type: string) => string): readonly Column<Entry>[] {
  const { name, type, size, readAt } = words.snapshot.objects;
  return [
    { id: "name", header: name, min: 180, share: 3, render: (entry) => entry.name },
    { id: "type", header: type, min: 140, share: 2, dropsAt: 1, render: (entry) => typeName(entry.type) },
    {
      id: "size",
      header: size,
      min: 90,
      share: 0,
      align: "end",
      dropsAt: 3,
      render: (entry) => formatSize(language, entry.size),
    },
    { id: "read", header: readAt, min: 150, dropsAt: 2, render: (entry) => <Time at={entry.readAt} face="clock" /> },
  ];
}
