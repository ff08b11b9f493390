import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { FleetDetail } from "../../api/operations.ts";
import { useChildren } from "../../api/platform.ts";
import { oneOf } from "../../parts/address.ts";
import { DataList } from "../../parts/data-list.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { FilterBar } from "../../parts/filter-bar.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { formatNumber } from "../../words/format.ts";
import { useSpoken } from "../../words/use-words.ts";
import { hrefOfRun } from "../run-facts.tsx";
import { Section } from "../section.tsx";
import { useListProblem } from "../use-problem.ts";
import { useRoles } from "../use-roles.ts";
import { useTenantNames } from "../use-tenant-names.ts";
import { childColumns } from "./child-columns.tsx";

const route = getRouteApi("/platform/operations/$runId");

/** What failed comes first, then what is on its way: the order of the choice. */
const states = [
  "failed",
  "partially_succeeded",
  "held",
  "active",
  "waiting",
  "cancelled",
  "skipped",
  "succeeded",
] as const;

/** What became of each tenant of a run, in the order of the server. */
export function Children({ run }: { readonly run: FleetDetail }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const spoken = useSpoken();
  const { platformRun: words } = spoken.words;
  const state = oneOf(states, search.state);
  const list = useChildren(run.id, { state });
  const problem = useListProblem(list);
  const nameOf = useTenantNames();
  const { hrefOf } = useRoles();
  const options = states
    .filter((each) => run.childCounts[each] > 0 || each === state)
    .map((value) => ({
      value,
      text: `${words.states[value]} (${formatNumber(spoken.language, run.childCounts[value])})`,
    }));
  const filters = [{ name: "state", label: words.stateFilter, options }];
  const clear = (): void => void navigate({ search: {} });
  return (
    <Section title={words.tenants}>
      <FilterBar filters={filters} values={search} onChange={(values) => void navigate({ search: values })} />
      <PageStates
        hasData={list.first !== undefined}
        problem={problem}
        onTryAgain={list.tryAgain}
        isEmpty={list.items.length === 0}
        onClearFilters={state && clear}
        empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
      >
        <DataList
          label={words.tenants}
          size="section"
          rows={list.items}
          columns={childColumns(nameOf, spoken)}
          keyOf={({ tenantId }) => tenantId}
          nameOf={({ tenantId }) => nameOf(tenantId)}
          hrefOf={({ tenantId, runId }) => {
            const tenant = hrefOf({ id: tenantId });
            return runId === null ? tenant : tenant && hrefOfRun(tenantId, runId);
          }}
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          fetchNext={list.loadMore}
        />
      </PageStates>
    </Section>
  );
}
