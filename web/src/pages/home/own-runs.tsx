import type { ReactElement } from "react";
import type { TenantOverview } from "../../api/operations.ts";
import { useOverview } from "../../api/overview.ts";
import { isActive } from "../../api/run.ts";
import type { Column } from "../../parts/column.ts";
import { DataList } from "../../parts/data-list.tsx";
import { Time } from "../../parts/time.tsx";
import { type Spoken, useSpoken } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import { Section } from "../section.tsx";
import { LastRun } from "../tenant-columns.tsx";
import { LoadedSections } from "./loaded-sections.tsx";

const endsShown = 5;

type LastRunOf = { readonly tenant: TenantOverview; readonly run: NonNullable<TenantOverview["lastRun"]> };

/** The last run of each of one's tenants: those on their way, and the newest that have ended. */
export function OwnRuns(): ReactElement {
  const { running, ended } = useSpoken().words.home;
  const list = useOverview(false, {});
  const { items, hasMore } = list;
  const last = items.flatMap((tenant) => (tenant.lastRun ? [{ tenant, run: tenant.lastRun }] : []));
  const newest = last.toSorted((a, b) => (a.run.createdAt > b.run.createdAt ? -1 : 1));
  const beside = hasMore ? ended.firstTenants(items.length) : undefined;
  return (
    <LoadedSections list={list}>
      <Runs
        title={running.title}
        none={running.none}
        runs={newest.filter(({ run }) => isActive(run))}
        beside={beside}
      />
      <Runs
        title={ended.title}
        none={ended.none}
        runs={newest.filter(({ run }) => !isActive(run)).slice(0, endsShown)}
        beside={beside}
      />
    </LoadedSections>
  );
}

type RunsProps = {
  readonly title: string;
  readonly none: string;
  readonly runs: readonly LastRunOf[];
  readonly beside: string | undefined;
};

function Runs({ title, none, runs, beside }: RunsProps): ReactElement {
  const spoken = useSpoken();
  return (
    <Section title={title} beside={beside}>
      {runs.length === 0 ? (
        <div>{none}</div>
      ) : (
        <DataList
          size="section"
          label={title}
          rows={runs}
          columns={columnsOf(spoken)}
          keyOf={({ run }) => run.id}
          nameOf={({ tenant }) => tenant.name}
          hrefOf={({ tenant, run }) => `/tenants/${tenant.id}/operations/${run.id}`}
        />
      )}
    </Section>
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
