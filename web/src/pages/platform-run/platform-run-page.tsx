import { makeStyles, tokens } from "@fluentui/react-components";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useCancelFleet, usePlatformRun, useRetryFleet } from "../../api/platform.ts";
import { CommandBar } from "../../parts/command-bar.tsx";
import { Freshness } from "../../parts/freshness.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { stateOfRun } from "../../parts/run-state.ts";
import { StateBadge } from "../../parts/state-badge.tsx";
import { useSpoken, useWords } from "../../words/use-words.ts";
import { PlatformOnly } from "../platform-only.tsx";
import { typeOf } from "../run-columns.tsx";
import { outcomeOf } from "../run-outcome.ts";
import { RunView } from "../run-view.tsx";
import { useProblem } from "../use-problem.ts";
import { useRunCommands } from "../use-run-commands.tsx";
import { Children } from "./children.tsx";

const route = getRouteApi("/platform/operations/$runId");

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  fresh: { alignSelf: "flex-end" },
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXL, minWidth: 0 },
});

/** One run over many tenants, for who has the platform right. */
export function PlatformRunPage(): ReactElement {
  const { runId } = route.useParams();
  const { title } = useWords().platformRun;
  return (
    <PlatformOnly page={`run ${runId}`} title={title}>
      <PlatformRun runId={runId} />
    </PlatformOnly>
  );
}

function PlatformRun({ runId }: { readonly runId: string }): ReactElement {
  const styles = useStyles();
  const spoken = useSpoken();
  const { platformRun: words, platformRuns, run: runWords, parts } = spoken.words;
  const query = usePlatformRun(runId);
  const { data: run } = query;
  const problem = useProblem(query);
  const { commands, dialog } = useRunCommands({
    run,
    cancel: useCancelFleet(),
    retry: useRetryFleet(),
    stays: runWords.cancel.fleet,
    off: query.fetchStatus === "paused" ? parts.commands.offline : undefined,
  });
  return (
    <div className={styles.page}>
      <PageHeader
        page={`run ${runId}`}
        title={run ? typeOf(run, spoken) : words.title}
        crumbs={[{ text: platformRuns.title, href: "/platform/operations" }]}
        beside={run && <StateBadge state={stateOfRun(run)} reason={run.waiting[0]?.message} />}
        lead={run && outcomeOf(run, "tenants", spoken)}
      >
        <CommandBar commands={commands} />
      </PageHeader>
      <div className={styles.fresh}>
        <Freshness at={query.dataUpdatedAt} onRefresh={() => void query.refetch()} />
      </div>
      <PageStates hasData={run !== undefined} problem={problem} onTryAgain={() => void query.refetch()}>
        {run && (
          <div className={styles.content}>
            <Children run={run} />
            <RunView run={run} parts={[]} partsKept progressLabel={words.progressLabel} />
          </div>
        )}
      </PageStates>
      {dialog}
    </div>
  );
}
