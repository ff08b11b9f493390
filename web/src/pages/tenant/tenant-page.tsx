import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { TenantSummary } from "../../api/operations.ts";
import { useTenantSummary } from "../../api/tenant.ts";
import type { Command } from "../../parts/command.ts";
import { CommandBar } from "../../parts/command-bar.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { Freshness } from "../../parts/freshness.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { FillCommand } from "../fill-command.tsx";
import { PageBody } from "../page-body.tsx";
import { TenantState } from "../tenant-state.tsx";
import { useProblem } from "../use-problem.ts";
import { useTenantCommands } from "../use-tenant-commands.tsx";
import { ActiveRuns } from "./active-runs.tsx";
import { LastSnapshot } from "./last-snapshot.tsx";
import { ObjectCounts } from "./object-counts.tsx";
import { SummaryTiles } from "./summary-tiles.tsx";
import { AttentionBar, TenantFacts } from "./tenant-facts.tsx";

const route = getRouteApi("/tenants/$tenantId");

/** A tenant at a glance; each number leads to what it counted. */
export function TenantPage(): ReactElement {
  const { tenantId } = route.useParams();
  const summary = useTenantSummary(tenantId);
  const { words } = useSpoken();
  const tenant = summary.data?.tenant;
  const { snapshot, sync, pause, resume, dialog } = useTenantCommands(tenant ? [tenant] : []);
  return (
    <PageBody>
      <PageHeader
        page={`tenant ${tenantId}`}
        title={tenant?.name ?? tenantId}
        crumbs={[{ text: words.tenants.title, href: "/tenants" }]}
        beside={<Beside summary={summary} />}
      >
        <CommandBar commands={[snapshot, sync, tenant?.paused ? resume : pause]} />
      </PageHeader>
      <PageStates
        hasData={summary.data !== undefined}
        problem={useProblem(summary)}
        onTryAgain={() => void summary.refetch()}
      >
        {summary.data && <Summary summary={summary.data} sync={sync} />}
      </PageStates>
      {dialog}
    </PageBody>
  );
}

function Beside({ summary }: { readonly summary: ReturnType<typeof useTenantSummary> }): ReactElement {
  const spoken = useSpoken();
  return (
    <>
      {summary.data && <TenantState tenant={summary.data.tenant} spoken={spoken} />}
      <Freshness at={summary.dataUpdatedAt} onRefresh={() => void summary.refetch()} />
    </>
  );
}

type SummaryProps = { readonly summary: TenantSummary; readonly sync: Command };

function Summary({ summary, sync }: SummaryProps): ReactElement {
  const { tenant } = useSpoken().words;
  const wasNeverRead = summary.asOf === null && summary.objects.length === 0;
  return (
    <PageBody>
      <AttentionBar tenant={summary.tenant} />
      {wasNeverRead ? (
        <EmptyState title={tenant.neverTitle} action={<FillCommand command={{ ...sync, text: tenant.syncNow }} />}>
          {tenant.never}
        </EmptyState>
      ) : (
        <SummaryTiles summary={summary} />
      )}
      <ActiveRuns summary={summary} />
      {!wasNeverRead && <LastSnapshot summary={summary} />}
      {!wasNeverRead && <ObjectCounts summary={summary} />}
      <TenantFacts tenant={summary.tenant} />
    </PageBody>
  );
}
