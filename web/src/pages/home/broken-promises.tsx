import { ShieldCheckmarkRegular } from "@fluentui/react-icons/svg/shield-checkmark";
import type { ReactElement } from "react";
import type { TenantOverview } from "../../api/operations.ts";
import type { List } from "../../api/use-list.ts";
import type { Column } from "../../parts/column.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { Freshness } from "../../parts/freshness.tsx";
import type { Selection } from "../../parts/selection.ts";
import { Time } from "../../parts/time.tsx";
import { useWords } from "../../words/use-words.ts";
import type { Words } from "../../words/words.ts";
import { ListSection } from "../list-section.tsx";
import { useRoles } from "../use-roles.ts";

type BrokenPromisesProps = { readonly list: List<TenantOverview>; readonly selection: Selection };

/** Tenants with a promise that is broken, each with the one that has been for longest. */
export function BrokenPromises({ list, selection }: BrokenPromisesProps): ReactElement {
  const words = useWords().home.broken;
  const { hrefOf } = useRoles();
  return (
    <ListSection
      title={words.title}
      none={
        <EmptyState title={words.none} sign={<ShieldCheckmarkRegular />} action={<Freshness at={list.asOf} />}>
          {words.noneHelp}
        </EmptyState>
      }
      rows={list.items}
      columns={columnsOf(words)}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      hrefOf={hrefOf}
      selection={selection}
      hasMore={list.hasMore}
      isLoadingMore={list.isLoadingMore}
      fetchNext={list.loadMore}
    />
  );
}

function columnsOf(words: Words["home"]["broken"]): readonly Column<TenantOverview>[] {
  const { columns } = words;
  return [
    { id: "tenant", header: columns.tenant, min: 140, share: 2, render: ({ name }) => name },
    { id: "since", header: columns.since, min: 110, render: (tenant) => <Time at={longest(tenant)?.since ?? null} /> },
    {
      id: "last",
      header: columns.last,
      min: 120,
      dropsAt: 1,
      render: (tenant) => <Time at={longest(tenant)?.lastCompleteAt ?? null} />,
    },
    { id: "promised", header: columns.promised, min: 180, share: 1.5, dropsAt: 2, render: promisedOf(words) },
  ];
}

type BrokenPromise = TenantOverview["brokenPromises"][number];

function longest({ brokenPromises }: TenantOverview): BrokenPromise | undefined {
  return brokenPromises.toSorted((a, b) => (a.since < b.since ? -1 : 1))[0];
}

const promisedOf = (words: Words["home"]["broken"]) => (tenant: TenantOverview) => {
  const hours = longest(tenant)?.promiseHours ?? null;
  const promised = hours === null ? words.noHours : words.every(hours);
  const others = tenant.brokenPromises.length - 1;
  return others > 0 ? `${promised}, ${words.andMore(others)}` : promised;
};
