import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import type { List } from "../api/use-list.ts";
import type { Column } from "../parts/column.ts";
import type { Command } from "../parts/command.ts";
import { CommandBar } from "../parts/command-bar.tsx";
import type { Count } from "../parts/count-link.tsx";
import { DataList } from "../parts/data-list.tsx";
import { cleared, type Filter, type FilterValues, isAnySet } from "../parts/filter.ts";
import { FilterBar } from "../parts/filter-bar.tsx";
import { Freshness } from "../parts/freshness.tsx";
import { type Crumb, PageHeader } from "../parts/page-header.tsx";
import { PageStates } from "../parts/page-states.tsx";
import { PaneLayout } from "../parts/pane-layout.tsx";
import type { Selection } from "../parts/selection.ts";
import { useListProblem } from "./use-problem.ts";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, minWidth: 0 },
});

export type ListPageProps<Row> = {
  /** Names the page; see `PageHeader`. */
  readonly page: string;
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly lead?: ReactNode;
  readonly commands?: readonly Command[];
  /** Between commands and filters: tabs, bars that say what is wrong. */
  readonly above?: ReactNode;
  readonly filters: readonly Filter[];
  readonly values: FilterValues;
  readonly onValues: (values: FilterValues) => void;
  readonly list: List<Row>;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly hrefOf?: (row: Row) => string | undefined;
  readonly total?: Count | undefined;
  readonly selection?: Selection | undefined;
  /** An `EmptyState`: what this is, why it is empty, the one command that fills it. */
  readonly empty: ReactNode;
  /** A `DetailsPane`, or nothing. */
  readonly pane?: ReactNode;
  readonly children?: ReactNode;
};

/** A page that is one list of the server's: heading, commands, filters, rows, details at the right. */
export function ListPage<Row>(props: ListPageProps<Row>): ReactElement {
  const { page, title, crumbs = [], lead, commands = [], above, filters, values, onValues, list, children } = props;
  const styles = useStyles();
  const problem = useListProblem(list);
  const isFiltered = isAnySet(filters, values);
  return (
    <div className={styles.page}>
      <PageHeader page={page} title={title} crumbs={crumbs} lead={lead}>
        <CommandBar commands={commands} />
      </PageHeader>
      {above}
      <FilterBar filters={filters} values={values} onChange={onValues}>
        <Freshness at={list.asOf} onRefresh={list.tryAgain} />
      </FilterBar>
      <PaneLayout pane={props.pane}>
        <PageStates
          hasData={list.first !== undefined}
          problem={problem}
          onTryAgain={list.tryAgain}
          isEmpty={list.items.length === 0}
          onClearFilters={isFiltered ? () => onValues(cleared(filters, values)) : undefined}
          empty={props.empty}
        >
          <DataList
            label={title}
            rows={list.items}
            columns={props.columns}
            keyOf={props.keyOf}
            nameOf={props.nameOf}
            hrefOf={props.hrefOf}
            total={props.total}
            selection={props.selection}
            hasMore={list.hasMore}
            isLoadingMore={list.isLoadingMore}
            fetchNext={list.loadMore}
          />
        </PageStates>
      </PaneLayout>
      {children}
    </div>
  );
}
