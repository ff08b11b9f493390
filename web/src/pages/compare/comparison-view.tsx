import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { type ComparisonFilters, inventorySide, type SideId, useComparison } from "../../api/comparison.ts";
import { oneOf } from "../../parts/address.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { cleared, type Filter, type FilterValues, isAnySet } from "../../parts/filter.ts";
import { FilterBar } from "../../parts/filter-bar.tsx";
import { Freshness } from "../../parts/freshness.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { useSpoken } from "../../words/use-words.ts";
import type { Words } from "../../words/words.ts";
import { parseObjectKey } from "../open-href.ts";
import { PageBody } from "../page-body.tsx";
import { useListProblem } from "../use-problem.ts";
import { LiveNote } from "./live-note.tsx";
import { Notes } from "./notes.tsx";
import { areas } from "./object-changes.tsx";
import { ObjectList } from "./object-list.tsx";
import { OpenObject } from "./open-object.tsx";
import type { CompareSearch } from "./search.ts";
import { sideText } from "./side-text.ts";
import { objectChanges, Summary } from "./summary.tsx";
import { TypeTable } from "./type-table.tsx";
import type { Side } from "./use-side.ts";
import { useViewed } from "./use-viewed.ts";
import { WidePane } from "./wide-pane.tsx";

const route = getRouteApi("/tenants/$tenantId/compare");

type ComparisonViewProps = {
  readonly before: SideId;
  readonly after: SideId;
  readonly left: Side;
  readonly right: Side;
  readonly typeName: (type: string) => string;
};

/** What two sides differ in: counts first, then the objects, then one of them beside the others. */
export function ComparisonView({ before, after, left, right, typeName }: ComparisonViewProps): ReactElement {
  const { tenantId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const spoken = useSpoken();
  const words = spoken.words.compare;
  const sides = { left: before, right: after };
  const list = useComparison(sides, toFilters(search));
  const { first } = list;
  const viewing = useViewed(`${sideText(before, "")} ${sideText(after, "")}`);
  const problem = useListProblem(list);
  const filters = compareFilters(spoken.words, first?.byType.map(({ type }) => type) ?? [], typeName);
  const onValues = (values: FilterValues): void => void navigate({ search: { ...search, ...values } });
  const path = `/tenants/${tenantId}/compare`;
  const open = parseObjectKey(search.open);
  return (
    <PageStates hasData={first !== undefined} problem={problem} onTryAgain={list.tryAgain}>
      {first && (
        <PageBody>
          <Summary
            counts={first.counts}
            chosen={oneOf(objectChanges, search.change)}
            onChoose={(change) => onValues({ change })}
          />
          {after.id === inventorySide && <LiveNote tenantId={after.tenantId} />}
          <Notes comparison={first} left={left} right={right} typeName={typeName} />
          <FilterBar filters={filters} values={search} onChange={onValues}>
            <Freshness at={list.asOf} onRefresh={list.tryAgain} />
          </FilterBar>
          <WidePane
            pane={
              open && <OpenObject sides={sides} open={open} rows={list.items} typeName={typeName} viewing={viewing} />
            }
          >
            <PageStates
              hasData
              isEmpty={list.items.length === 0}
              onClearFilters={isAnySet(filters, search) ? () => onValues(cleared(filters, search)) : undefined}
              empty={<EmptyState title={words.emptyTitle}>{words.empty(first.counts["unchanged"] ?? 0)}</EmptyState>}
            >
              <ObjectList list={list} viewed={viewing.viewed} typeName={typeName} />
            </PageStates>
          </WidePane>
          {!open && (
            <TypeTable
              types={first.byType}
              typeName={typeName}
              hrefOf={(type) => `${path}?${new URLSearchParams({ ...search, type })}`}
            />
          )}
        </PageBody>
      )}
    </PageStates>
  );
}

function toFilters({ type, change, area, text }: CompareSearch): ComparisonFilters {
  return { type, text, change: oneOf(objectChanges, change), area: oneOf(areas, area) };
}

function compareFilters(
  { compare }: Words,
  types: readonly string[],
  typeName: (type: string) => string,
): readonly Filter[] {
  return [
    { name: "text", label: compare.filters.text },
    { name: "type", label: compare.filters.type, options: types.map((value) => ({ value, text: typeName(value) })) },
    {
      name: "change",
      label: compare.filters.change,
      options: objectChanges.map((value) => ({ value, text: compare.changes[value] })),
    },
    {
      name: "area",
      label: compare.filters.area,
      options: areas.map((value) => ({ value, text: compare.areas[value] })),
    },
  ];
}
