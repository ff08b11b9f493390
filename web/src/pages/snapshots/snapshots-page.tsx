import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { type SnapshotFilters, useSnapshotStarters, useSnapshots, useSnapshotTotal } from "../../api/snapshot.ts";
import { endOfDay, oneOf, startOfDay } from "../../parts/address.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import type { Filter, FilterValues } from "../../parts/filter.ts";
import { formatDateTime } from "../../words/format.ts";
import { useSpoken } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import type { Words } from "../../words/words.ts";
import { FillCommand } from "../fill-command.tsx";
import { ListPage } from "../list-page.tsx";
import { useObjectTypes } from "../use-object-types.ts";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import type { SnapshotsSearch } from "./search.ts";
import { snapshotColumns } from "./snapshot-columns.tsx";
import { useSnapshotCommands } from "./use-snapshot-commands.tsx";

const TakeDialog = lazy(async () => ({ default: (await import("./take-dialog.tsx")).TakeDialog }));

const route = getRouteApi("/tenants/$tenantId/snapshots");
const states = ["complete", "complete_with_gaps"] as const;

/** Every sealed snapshot of a tenant, the newest first. */
export function SnapshotsPage(): ReactElement {
  const { tenantId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const spoken = useSpoken();
  const words = spoken.words.snapshots;
  const filters = toFilters(search);
  const list = useSnapshots(tenantId, filters);
  const { data: total } = useSnapshotTotal(tenantId, filters);
  const takenBy = useTakenBy(tenantId, spoken.words);
  const { nameOf: typeName } = useObjectTypes(tenantId);
  const onValues = (values: FilterValues): void => void navigate({ search: { ...search, ...values } });
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const chosen = list.items.flatMap(({ id }) => (marked.has(id) ? id : []));
  const commands = useSnapshotCommands(tenantId, { ask: () => onValues({ open: "take" }), chosen });
  return (
    <ListPage
      page="snapshots"
      title={words.title}
      crumbs={useTenantCrumbs(tenantId)}
      lead={words.lead}
      commands={commands}
      filters={snapshotFilters(spoken.words)}
      values={search}
      onValues={onValues}
      list={list}
      total={total === undefined ? undefined : { count: total, more: false }}
      columns={snapshotColumns(spoken, { typeName, takenBy })}
      keyOf={({ id }) => id}
      selection={{ chosen: marked, onChoose: setMarked }}
      nameOf={({ label, sealedAt }) => label ?? formatDateTime(spoken.language, sealedAt)}
      hrefOf={({ id }) => `/tenants/${tenantId}/snapshots/${id}`}
      empty={
        <EmptyState
          title={words.emptyTitle}
          action={
            <>
              <FillCommand command={commands[0]} />
              <AppLink href={`/tenants/${tenantId}/schedules`}>{words.schedule}</AppLink>
            </>
          }
        >
          {words.empty}
        </EmptyState>
      }
    >
      {search.open === "take" && (
        <Suspense>
          <TakeDialog tenantId={tenantId} onClose={() => onValues({ open: undefined })} />
        </Suspense>
      )}
    </ListPage>
  );
}

function toFilters({ state, from, to }: SnapshotsSearch): SnapshotFilters {
  return { state: oneOf(states, state), from: startOfDay(from), to: endOfDay(to) };
}

function snapshotFilters({ snapshots: { filters }, terms }: Words): readonly Filter[] {
  const options = states.map((value) => ({ value, text: terms.snapshotStates[value] }));
  return [
    { name: "state", label: filters.state, options },
    { name: "from", label: filters.from, isDay: true },
    { name: "to", label: filters.to, isDay: true },
  ];
}

function useTakenBy(tenantId: string, { terms }: Words): (runId: string) => string | undefined {
  const { data: starters } = useSnapshotStarters(tenantId);
  return (runId) => {
    const initiator = starters?.get(runId);
    return initiator && (initiator.name || wordFor(terms.initiators, initiator.kind));
  };
}
