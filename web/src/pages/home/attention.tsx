import type { ReactElement } from "react";
import type { TenantOverview } from "../../api/operations.ts";
import type { List } from "../../api/use-list.ts";
import type { Column } from "../../parts/column.ts";
import type { Selection } from "../../parts/selection.ts";
import { type Spoken, useSpoken } from "../../words/use-words.ts";
import { codeWords } from "../code-words.ts";
import { ListSection } from "../list-section.tsx";
import { LastRun } from "../tenant-columns.tsx";
import { TenantState } from "../tenant-state.tsx";
import { useRoles } from "../use-roles.ts";

type AttentionProps = { readonly list: List<TenantOverview>; readonly selection: Selection };

/** Tenants that need somebody, with the reason in words and what helps. */
export function Attention({ list, selection }: AttentionProps): ReactElement {
  const spoken = useSpoken();
  const words = spoken.words.home.attention;
  const { hrefOf } = useRoles();
  return (
    <ListSection
      title={words.title}
      none={words.none}
      rows={list.items}
      columns={columnsOf(spoken)}
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

function columnsOf(spoken: Spoken): readonly Column<TenantOverview>[] {
  const { columns } = spoken.words.home.attention;
  return [
    { id: "tenant", header: columns.tenant, min: 140, share: 2, render: ({ name }) => name },
    {
      id: "reason",
      header: columns.reason,
      min: 140,
      share: 2,
      render: (tenant) => <TenantState tenant={tenant} spoken={spoken} />,
    },
    {
      id: "help",
      header: columns.help,
      min: 200,
      share: 3,
      dropsAt: 2,
      render: ({ stateReason }) => codeWords(stateReason ?? "", spoken.words).help ?? "",
    },
    {
      id: "lastRun",
      header: columns.lastRun,
      min: 150,
      dropsAt: 1,
      render: ({ lastRun }) => <LastRun run={lastRun} spoken={spoken} />,
    },
  ];
}
