import type { ReactElement } from "react";
import type { TenantOverview } from "../../api/operations.ts";
import { useOverview } from "../../api/overview.ts";
import { isActive } from "../../api/run.ts";
import type { Column } from "../../parts/column.ts";
import { Time } from "../../parts/time.tsx";
import { type Spoken, useSpoken } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import { ListSection } from "../list-section.tsx";
import { LastRun } from "../tenant-columns.tsx";
import { LoadedSections } from "./loaded-sections.tsx";

const endsShown = 5;

type LastRunOf = { readonly tenant: TenantOverview; readonly run: NonNullable<TenantOverview["lastRun"]> };

/** The last run of each of one's tenants: those on their way, and the newest that have ended. */
export function OwnRuns(): ReactElement {
  const spoken = useSpoken();
  const { running, ended } = spoken.words.home;
  const list = useOverview(false, {});
  const { items, hasMore } = list;
  const last = items.flatMap((tenant) => (tenant.lastRun ? [{ tenant, run: tenant.lastRun }] : []));
  const newest = last.toSorted((a, b) => (a.run.createdAt > b.run.createdAt ? -1 : 1));
  const shared = {
    beside: hasMore ? ended.firstTenants(items.length) : undefined,
    columns: columnsOf(spoken),
    keyOf: ({ run }: LastRunOf) => run.id,
    nameOf: ({ tenant }: LastRunOf) => tenant.name,
    hrefOf: ({ tenant, run }: LastRunOf) => `/tenants/${tenant.id}/operations/${run.id}`,
  };
  return (
    <LoadedSections list={list}>
      <ListSection
        title={running.title}
        none={running.none}
        rows={newest.filter(({ run }) => isActive(run))}
        {...shared}
      />
      <ListSection
        title={ended.title}
        none={ended.none}
        rows={newest.filter(({ run }) => !isActive(run)).slice(0, endsShown)}
        {...shared}
      />
    </LoadedSections>
  );
}

function columnsOf(spoken: Spoken): readonly Column<LastRunOf>[] {
  const { words } = spoken;
  const { columns } = words.home;
  return [
    { id: "tenant", header: columns.tenant, min: 140, share: 2, render: ({ tenant }) => tenant.name },
    {
      id: "operation",
      header: columns.operation,
      min: 140,
      share: 2,
      dropsAt: 1,
      render: ({ run }) => wordFor(words.terms.runTypes, run.type),
    },
    { id: "state", header: columns.state, min: 150, render: ({ run }) => <LastRun run={run} spoken={spoken} /> },
    { id: "created", header: columns.created, min: 120, dropsAt: 2, render: ({ run }) => <Time at={run.createdAt} /> },
  ];
}
