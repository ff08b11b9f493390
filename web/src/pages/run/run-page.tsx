import { makeStyles, tokens } from "@fluentui/react-components";
import { CameraRegular } from "@fluentui/react-icons/svg/camera";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useContext } from "react";
import type { RunDetail } from "../../api/operations.ts";
import { useRun, useRunParts } from "../../api/run.ts";
import type { Command } from "../../parts/command.ts";
import { CommandBar } from "../../parts/command-bar.tsx";
import { Freshness } from "../../parts/freshness.tsx";
import { NavigateContext } from "../../parts/navigate-context.ts";
import { PageHeader } from "../../parts/page-header.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { stateOfRun } from "../../parts/run-state.ts";
import { StateBadge } from "../../parts/state-badge.tsx";
import { useSpoken, useWords } from "../../words/use-words.ts";
import { typeOf } from "../run-columns.tsx";
import { outcomeOf } from "../run-outcome.ts";
import { RunView } from "../run-view.tsx";
import { useProblem } from "../use-problem.ts";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import { useTenantRunCommands } from "../use-tenant-run-commands.ts";

const route = getRouteApi("/tenants/$tenantId/operations/$runId");

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  fresh: { alignSelf: "flex-end" },
});

/** One run of a tenant. */
export function RunPage(): ReactElement {
  const { tenantId, runId } = route.useParams();
  const styles = useStyles();
  const spoken = useSpoken();
  const { operations, run: words } = spoken.words;
  const query = useRun(tenantId, runId);
  const run = query.data;
  const problem = useProblem(query);
  const crumbs = useTenantCrumbs(tenantId, [{ text: operations.title, href: `/tenants/${tenantId}/operations` }]);
  const { commands, dialog } = useCommands(tenantId, run, query.fetchStatus === "paused");
  return (
    <div className={styles.page}>
      <PageHeader
        page={`run ${runId}`}
        title={run ? typeOf(run, spoken) : words.title}
        crumbs={crumbs}
        beside={run && <StateBadge state={stateOfRun(run)} reason={run.waiting[0]?.message} />}
        lead={run && outcomeOf(run, "objects", spoken)}
      >
        <CommandBar commands={commands} />
      </PageHeader>
      <div className={styles.fresh}>
        <Freshness at={query.dataUpdatedAt} onRefresh={() => void query.refetch()} />
      </div>
      <PageStates hasData={run !== undefined} problem={problem} onTryAgain={() => void query.refetch()}>
        {run && <RunWithParts tenantId={tenantId} run={run} />}
      </PageStates>
      {dialog}
    </div>
  );
}

type RunOfTenant = { readonly tenantId: string; readonly run: RunDetail };

function RunWithParts({ tenantId, run }: RunOfTenant): ReactElement {
  const { data } = useRunParts(tenantId, run);
  const { progressLabel } = useWords().run;
  return (
    <RunView run={run} parts={data?.items ?? []} partsKept={data?.partsKept ?? true} progressLabel={progressLabel} />
  );
}

function useCommands(tenantId: string, run: RunDetail | undefined, isOffline: boolean) {
  const { run: words } = useWords();
  const navigate = useContext(NavigateContext);
  const { commands, dialog } = useTenantRunCommands(tenantId, run, isOffline);
  const snapshotId = run?.result?.snapshotId;
  const open: Command = {
    id: "snapshot",
    text: words.openSnapshot,
    icon: <CameraRegular />,
    off: snapshotId === undefined ? words.noSnapshot : undefined,
    onRun: () => navigate?.(`/tenants/${tenantId}/snapshots/${snapshotId}`),
  };
  return { commands: run?.type === "snapshot.take" ? [open, ...commands] : commands, dialog };
}
