import { makeStyles, tokens } from "@fluentui/react-components";
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

const useStyles = makeStyles({
  summary: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, minWidth: 0 },
  head: { display: "flex", flexDirection: "column", alignItems: "start", rowGap: tokens.spacingVerticalXS },
});

type RunPaneProps = { readonly tenantId: string; readonly runId: string; readonly onClose: () => void };

/** What is known of one run beside the list, with the way to its page. */
export function RunPane({ tenantId, runId, onClose }: RunPaneProps): ReactElement {
  const spoken = useSpoken();
  const words = spoken.words.run;
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
      {dialog}
    </DetailsPane>
  );
}

function RunSummary({ run }: { readonly run: RunDetail }): ReactElement {
  const styles = useStyles();
  const spoken = useSpoken();
  const facts = [...useRunFacts(run), ...useRunDetailFacts(run)];
  return (
    <div className={styles.summary}>
      <div className={styles.head}>
        <StateBadge state={stateOfRun(run)} reason={run.waiting[0]?.message} />
        <span>{outcomeOf(run, "objects", spoken)}</span>
        <AppLink href={hrefOfRun(run.tenantId, run.id)}>{spoken.words.run.openRun}</AppLink>
      </div>
      <LastError run={run} />
      <RunFailures run={run} />
      <FactsList facts={facts} />
    </div>
  );
}
