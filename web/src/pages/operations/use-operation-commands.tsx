import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { CameraRegular } from "@fluentui/react-icons/svg/camera";
import type { ReactElement } from "react";
import { useSyncInventory } from "../../api/inventory.ts";
import type { Run } from "../../api/operations.ts";
import { type RunFilters, useRunsFile } from "../../api/run.ts";
import { useTakeSnapshot } from "../../api/snapshot.ts";
import type { Command } from "../../parts/command.ts";
import { useWords } from "../../words/use-words.ts";
import { useRights } from "../use-rights.ts";
import { useStarted } from "../use-started.ts";
import { useChosenCommands } from "./use-chosen-commands.tsx";

type Subject = {
  readonly tenantId: string;
  readonly filters: RunFilters;
  readonly chosen: readonly Run[];
  readonly isOffline: boolean;
};

/** What one can do with the runs of a tenant: start one, or cancel and retry those that are chosen. */
export function useOperationCommands({ tenantId, filters, chosen, isOffline }: Subject): {
  readonly commands: readonly Command[];
  readonly dialog: ReactElement | null;
} {
  const { operations: words, parts } = useWords();
  const whyOff = useRights(tenantId);
  const started = useStarted();
  const snapshot = useTakeSnapshot(tenantId);
  const sync = useSyncInventory(tenantId);
  const file = useRunsFile(tenantId);
  const offline = isOffline ? parts.commands.offline : undefined;
  const ofChosen = useChosenCommands(tenantId, chosen, offline);
  const commands: readonly Command[] = [
    {
      id: "snapshot",
      text: words.takeSnapshot,
      icon: <CameraRegular />,
      off: offline ?? whyOff("snapshot.take"),
      onRun: () => snapshot.mutate({}, started),
    },
    {
      id: "sync",
      text: words.sync,
      icon: <ArrowSyncRegular />,
      off: offline ?? whyOff("inventory.sync"),
      onRun: () => sync.mutate({}, started),
    },
    ...ofChosen.commands,
    {
      id: "csv",
      text: words.csv,
      icon: <ArrowDownloadRegular />,
      off: offline,
      onRun: () => file.mutate(filters, { onError: started.onError }),
    },
  ];
  return { commands, dialog: ofChosen.dialog };
}
