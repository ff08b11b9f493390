import { HourglassRegular } from "@fluentui/react-icons/svg/hourglass";
import { LinkRegular } from "@fluentui/react-icons/svg/link";
import { type ReactElement, useContext } from "react";
import type { TenantSummary } from "../../api/operations.ts";
import type { useTenantSummary } from "../../api/tenant.ts";
import type { Command } from "../../parts/command.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { NavigateContext } from "../../parts/navigate-context.ts";
import { PageStates } from "../../parts/page-states.tsx";
import { useWords } from "../../words/use-words.ts";
import { FillCommand } from "../fill-command.tsx";
import { PageBody } from "../page-body.tsx";
import { useProblem } from "../use-problem.ts";
import { ActiveRuns } from "./active-runs.tsx";
import { LastSnapshot } from "./last-snapshot.tsx";
import { ObjectCounts } from "./object-counts.tsx";
import { SummaryTiles } from "./summary-tiles.tsx";
import { AttentionBar, TenantFacts } from "./tenant-facts.tsx";

type OverviewTabProps = { readonly query: ReturnType<typeof useTenantSummary>; readonly sync: Command };

/** A tenant at a glance; each number leads to what it counted. */
export function OverviewTab({ query, sync }: OverviewTabProps): ReactElement {
  return (
    <PageStates hasData={query.data !== undefined} problem={useProblem(query)} onTryAgain={() => void query.refetch()}>
      {query.data && <Summary summary={query.data} sync={sync} />}
    </PageStates>
  );
}

type SummaryProps = { readonly summary: TenantSummary; readonly sync: Command };

function Summary({ summary, sync }: SummaryProps): ReactElement {
  const wasNeverRead = summary.asOf === null && summary.objects.length === 0;
  return (
    <PageBody>
      <AttentionBar tenant={summary.tenant} />
      {wasNeverRead ? <NeverRead tenant={summary.tenant} sync={sync} /> : <SummaryTiles summary={summary} />}
      <ActiveRuns summary={summary} />
      {!wasNeverRead && <LastSnapshot summary={summary} />}
      {!wasNeverRead && <ObjectCounts summary={summary} />}
      <TenantFacts tenant={summary.tenant} />
    </PageBody>
  );
}

type NeverReadProps = { readonly tenant: TenantSummary["tenant"]; readonly sync: Command };

/** A tenant of which nothing is known yet: the one thing that helps is its consent first, then a sync. */
function NeverRead({ tenant: { id, state }, sync }: NeverReadProps): ReactElement {
  const { tenant, consent } = useWords();
  const navigate = useContext(NavigateContext);
  if (state !== "pending_consent")
    return (
      <EmptyState title={tenant.neverTitle} action={<FillCommand command={{ ...sync, text: tenant.syncNow }} />}>
        {tenant.never}
      </EmptyState>
    );
  const open = { id: "consent", text: consent.waits.open, onRun: () => navigate?.(`/tenants/${id}/settings`) };
  return (
    <EmptyState
      title={consent.waits.title}
      sign={<HourglassRegular />}
      action={<FillCommand command={{ ...open, icon: <LinkRegular />, off: undefined }} />}
    >
      {consent.waits.text}
    </EmptyState>
  );
}
