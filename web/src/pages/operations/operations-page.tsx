import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useRunCounts, useRuns } from "../../api/run.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import type { FilterValues } from "../../parts/filter.ts";
import { useSpoken } from "../../words/use-words.ts";
import { ListPage } from "../list-page.tsx";
import { openHref } from "../open-href.ts";
import { runColumns, typeOf } from "../run-columns.tsx";
import { runFilters, toRunFilters } from "../run-filters.ts";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import { RunPane } from "./run-pane.tsx";
import { StateTabs } from "./state-tabs.tsx";
import { useOperationCommands } from "./use-operation-commands.tsx";

const route = getRouteApi("/tenants/$tenantId/operations");

/** Every run of a tenant, the newest first. */
export function OperationsPage(): ReactElement {
  const { tenantId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const spoken = useSpoken();
  const words = spoken.words.operations;
  const filters = toRunFilters(search);
  const list = useRuns(tenantId, filters);
  const { data: counts } = useRunCounts(tenantId, {}, list.first);
  const [chosen, onChoose] = useState<ReadonlySet<string>>(new Set());
  const { commands, dialog } = useOperationCommands({
    tenantId,
    filters,
    chosen: list.items.filter(({ id }) => chosen.has(id)),
    isOffline: list.isPaused,
  });
  const { open } = search;
  const onValues = (values: FilterValues): void => void navigate({ search: { ...search, ...values } });
  return (
    <ListPage
      page="operations"
      title={words.title}
      crumbs={useTenantCrumbs(tenantId)}
      lead={words.lead}
      commands={commands}
      above={<StateTabs counts={counts} search={search} onValues={onValues} />}
      filters={runFilters(spoken.words, true)}
      values={search}
      onValues={onValues}
      list={list}
      columns={runColumns(spoken)}
      keyOf={({ id }) => id}
      nameOf={(run) => typeOf(run, spoken)}
      hrefOf={({ id }) => openHref(`/tenants/${tenantId}/operations`, search, id)}
      selection={{ chosen, onChoose }}
      empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
      pane={open && <RunPane tenantId={tenantId} runId={open} onClose={() => onValues({ open: undefined })} />}
    >
      {dialog}
    </ListPage>
  );
}
