import { makeStyles, tokens } from "@fluentui/react-components";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useCancelFleet, usePlatformRun, useRetryFleet } from "../../api/platform.ts";
import { useWords } from "../../words/use-words.ts";
import { PlatformOnly } from "../platform-only.tsx";
import { RunFrame } from "../run-frame.tsx";
import { RunView } from "../run-view.tsx";
import { useRunCommands } from "../use-run-commands.tsx";
import { Children } from "./children.tsx";

const route = getRouteApi("/platform/operations/$runId");

const useStyles = makeStyles({
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
  const { platformRun: words, platformRuns, run: runWords, parts } = useWords();
  const query = usePlatformRun(runId);
  const { data: run } = query;
  const { commands, dialog } = useRunCommands({
    run,
    cancel: useCancelFleet(),
    retry: useRetryFleet(),
    stays: runWords.cancel.fleet,
    off: query.fetchStatus === "paused" ? parts.commands.offline : undefined,
  });
  const crumbs = [{ text: platformRuns.title, href: "/platform/operations" }];
  return (
    <RunFrame {...{ runId, query, crumbs, commands, dialog }} title={words.title} counted="tenants">
      {run && (
        <div className={styles.content}>
          <Children run={run} />
          <RunView run={run} parts={[]} partsKept progressLabel={words.progressLabel} />
        </div>
      )}
    </RunFrame>
  );
}
