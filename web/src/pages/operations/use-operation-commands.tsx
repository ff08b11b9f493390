import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { CameraRegular } from "@fluentui/react-icons/svg/camera";
import { ProhibitedRegular } from "@fluentui/react-icons/svg/prohibited";
import { useSyncInventory } from "../../api/inventory.ts";
import type { Run } from "../../api/operations.ts";
import { isActive, type RunFilters, useCancelRun, useRetryRun, useRunsFile } from "../../api/run.ts";
import { useTakeSnapshot } from "../../api/snapshot.ts";
import type { Command } from "../../parts/command.ts";
import { useWords } from "../../words/use-words.ts";
import { useRights } from "../use-rights.ts";
import { useStarted } from "../use-started.ts";

type Subject = { readonly tenantId: string; readonly filters: RunFilters; readonly chosen: readonly Run[] };

/** What one can do with the runs of a tenant: start one, or cancel and retry those that are chosen. */
export function useOperationCommands({ tenantId, filters, chosen }: Subject): readonly Command[] {
  const words = useWords().operations;
  const whyOff = useRights(tenantId);
  const started = useStarted();
  const snapshot = useTakeSnapshot(tenantId);
  const sync = useSyncInventory(tenantId);
  const file = useRunsFile(tenantId);
  const cancel = useCancelRun(tenantId);
  const retry = useRetryRun(tenantId);
  const active = chosen.filter(isActive);
  const ended = chosen.filter((run) => !isActive(run));
  const [canCancel, canRetry] = [whyOff("operation.cancel_own"), whyOff("snapshot.take")];
  return [
    {
      id: "snapshot",
      text: words.takeSnapshot,
      icon: <CameraRegular />,
      off: whyOff("snapshot.take"),
      onRun: () => snapshot.mutate({}, started),
    },
    {
      id: "sync",
      text: words.sync,
      icon: <ArrowSyncRegular />,
      off: whyOff("inventory.sync"),
      onRun: () => sync.mutate({}, started),
    },
    {
      id: "cancel",
      text: words.cancel,
      icon: <ProhibitedRegular />,
      off: canCancel ?? (active.length === 0 ? words.chooseActive : undefined),
      onRun: () => {
        for (const { id } of active) void cancel.mutateAsync(id).catch(started.onError);
      },
    },
    {
      id: "retry",
      text: words.retry,
      icon: <ArrowClockwiseRegular />,
      off: canRetry ?? (ended.length === 0 ? words.chooseEnded : undefined),
      onRun: () => {
        for (const { id } of ended)
          void retry.mutateAsync({ runId: id, parts: "failed" }).then(started.onSuccess, started.onError);
      },
    },
    {
      id: "csv",
      text: words.csv,
      icon: <ArrowDownloadRegular />,
      onRun: () => file.mutate(filters, { onError: started.onError }),
    },
  ];
}
