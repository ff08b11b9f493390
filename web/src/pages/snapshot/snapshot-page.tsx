import { makeStyles, tokens } from "@fluentui/react-components";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { Snapshot } from "../../api/operations.ts";
import { useEntryCounts, useSnapshot } from "../../api/snapshot.ts";
import { CommandBar } from "../../parts/command-bar.tsx";
import type { FilterValues } from "../../parts/filter.ts";
import { PageHeader } from "../../parts/page-header.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { formatDateTime } from "../../words/format.ts";
import { useSpoken } from "../../words/use-words.ts";
import { SnapshotState } from "../snapshot-state.tsx";
import { useCompareCommand } from "../use-compare-command.tsx";
import { typeOptions, useObjectTypes } from "../use-object-types.ts";
import { useProblem } from "../use-problem.ts";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import { Entries } from "./entries.tsx";
import { SnapshotFacts } from "./snapshot-facts.tsx";
import { SnapshotGaps } from "./snapshot-gaps.tsx";
import { SnapshotTypes } from "./snapshot-types.tsx";

const route = getRouteApi("/tenants/$tenantId/snapshots/$snapshotId");

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXL, minWidth: 0 },
  two: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXXL}`,
    "@media (max-width: 1000px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
});

/** One sealed snapshot: what it lacks first, then what it holds. */
export function SnapshotPage(): ReactElement {
  const { tenantId, snapshotId } = route.useParams();
  const { language, words } = useSpoken();
  const styles = useStyles();
  const query = useSnapshot(tenantId, snapshotId);
  const { data: snapshot } = query;
  const crumbs = useTenantCrumbs(tenantId, [{ text: words.snapshots.title, href: `/tenants/${tenantId}/snapshots` }]);
  const compare = useCompareCommand(tenantId, snapshotId);
  const title = snapshot && words.snapshot.titleOf(formatDateTime(language, snapshot.sealedAt));
  return (
    <div className={styles.page}>
      <PageHeader
        page={`snapshot ${snapshotId}`}
        title={snapshot?.label ?? title ?? words.snapshot.title}
        crumbs={crumbs}
        beside={snapshot && <SnapshotState state={snapshot.state} />}
        lead={snapshot?.label == null ? undefined : title}
      >
        <CommandBar commands={[compare]} />
      </PageHeader>
      <PageStates hasData={snapshot !== undefined} problem={useProblem(query)} onTryAgain={() => void query.refetch()}>
        {snapshot && <Content snapshot={snapshot} tenantId={tenantId} />}
      </PageStates>
    </div>
  );
}

type ContentProps = { readonly snapshot: Snapshot; readonly tenantId: string };

function Content({ snapshot, tenantId }: ContentProps): ReactElement {
  const styles = useStyles();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { all, nameOf } = useObjectTypes(tenantId);
  const { data: counts } = useEntryCounts(tenantId, snapshot.id, { type: search.type, text: search.text });
  const types = counts?.types ?? [];
  const held = new Set(types.filter(({ objects }) => objects > 0).map(({ type }) => type));
  const onValues = (values: FilterValues): void => void navigate({ search: { ...search, ...values } });
  return (
    <div className={styles.page}>
      <SnapshotGaps snapshot={snapshot} types={types} typeName={nameOf} />
      <div className={styles.two}>
        <SnapshotFacts snapshot={snapshot} />
        <SnapshotTypes
          types={counts?.types}
          typeName={nameOf}
          hrefOf={(type) => `/tenants/${tenantId}/snapshots/${snapshot.id}?${new URLSearchParams({ type })}`}
        />
      </div>
      <Entries
        tenantId={tenantId}
        snapshotId={snapshot.id}
        search={search}
        onValues={onValues}
        total={counts?.total}
        typeName={nameOf}
        types={typeOptions(all.filter(({ type }) => held.has(type)))}
      />
    </div>
  );
}
