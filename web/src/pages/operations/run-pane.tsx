import type { ReactElement } from "react";
import type { RunDetail } from "../../api/operations.ts";
import { useRun } from "../../api/run.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { CommandBar } from "../../parts/command-bar.tsx";
import { DetailsPane } from "../../parts/details-pane.tsx";
import { FactsList } from "../../parts/facts-list.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { stateOfRun } from "../../parts/run-state.ts";
import { StateBadge } from "../../parts/state-badge.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { typeOf } from "../run-columns.tsx";
import { hrefOfRun, useRunDetailFacts, useRunFacts } from "../run-facts.tsx";
import { LastError, RunFailures } from "../run-failures.tsx";
import { outcomeOf } from "../run-outcome.ts";
import { useProblem } from "../use-problem.ts";
import { useTenantRunCommands } from "../use-tenant-run-commands.ts";

type RunPaneProps = { readonly tenantId: string; readonly runId: string; readonly onClose: () => void };

/** What is known of one run beside the list, with the way to its page. */
export function RunPane({ tenantId, runId, onClose }: RunPaneProps): ReactElement {
  const spoken = useSpoken();
  const { run: words } = spoken.words;
  const query = useRun(tenantId, runId);
  const { data: run } = query;
  const problem = useProblem(query);
  const { commands, dialog } = useTenantRunCommands(tenantId, run, query.fetchStatus === "paused");
  return (
    <DetailsPane title={run ? typeOf(run, spoken) : words.title} subject={runId} onClose={onClose}>
      <CommandBar commands={commands} />
      <PageStates hasData={run !== undefined} problem={problem} onTryAgain={() => void query.refetch()}>
        {run && <RunSummary run={run} />}
      </PageStates>
      {run && <AppLink href={hrefOfRun(tenantId, runId)}>{words.openRun}</AppLink>}
      {dialog}
    </DetailsPane>
  );
}

function RunSummary({ run }: { readonly run: RunDetail }): ReactElement {
  const spoken = useSpoken();
  const facts = [...useRunFacts(run), ...useRunDetailFacts(run)];
  return (
    <>
      <StateBadge state={stateOfRun(run)} reason={run.waiting[0]?.message} />
      <p>{outcomeOf(run, "objects", spoken)}</p>
      <LastError run={run} />
      <RunFailures run={run} />
      <FactsList facts={facts} />
    </>
  );
}
