import { CameraRegular } from "@fluentui/react-icons/svg/camera";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useContext } from "react";
import type { RunDetail } from "../../api/operations.ts";
import { useRun, useRunParts } from "../../api/run.ts";
import type { Command } from "../../parts/command.ts";
import { NavigateContext } from "../../parts/navigate-context.ts";
import { useWords } from "../../words/use-words.ts";
import { RunFrame } from "../run-frame.tsx";
import { RunView } from "../run-view.tsx";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import { useTenantRunCommands } from "../use-tenant-run-commands.ts";

const route = getRouteApi("/tenants/$tenantId/operations/$runId");

/** One run of a tenant. */
export function RunPage(): ReactElement {
  const { tenantId, runId } = route.useParams();
  const { operations, run: words } = useWords();
  const query = useRun(tenantId, runId);
  const run = query.data;
  const crumbs = useTenantCrumbs(tenantId, [{ text: operations.title, href: `/tenants/${tenantId}/operations` }]);
  const { commands, dialog } = useCommands(tenantId, run, query.fetchStatus === "paused");
  return (
    <RunFrame {...{ runId, query, crumbs, commands, dialog }} title={words.title} counted="objects">
      {run && <RunWithParts tenantId={tenantId} run={run} />}
    </RunFrame>
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
