import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { PeopleSyncRegular } from "@fluentui/react-icons/svg/people-sync";
import { useSyncDirectory } from "../../api/group.ts";
import { type InventoryFilters, useInventoryFile, useSyncInventory } from "../../api/inventory.ts";
import type { Command } from "../../parts/command.ts";
import { useWords } from "../../words/use-words.ts";
import { useRights } from "../use-rights.ts";
import { useStarted } from "../use-started.ts";

/** What one can do with the inventory: read it anew, and the groups that it names, or take its list along. */
export function useInventoryCommands(tenantId: string, filters: InventoryFilters): readonly [Command, ...Command[]] {
  const words = useWords().inventory;
  const whyOff = useRights(tenantId);
  const started = useStarted();
  const sync = useSyncInventory(tenantId);
  const groups = useSyncDirectory(tenantId);
  const file = useInventoryFile(tenantId);
  return [
    {
      id: "sync",
      text: words.sync,
      icon: <ArrowSyncRegular />,
      off: whyOff("inventory.sync"),
      onRun: () => sync.mutate({}, started),
    },
    {
      id: "syncGroups",
      text: words.syncGroups,
      icon: <PeopleSyncRegular />,
      off: whyOff("directory.sync"),
      onRun: () => groups.mutate(undefined, started),
    },
    {
      id: "csv",
      text: words.csv,
      icon: <ArrowDownloadRegular />,
      onRun: () => file.mutate(filters, { onError: started.onError }),
    },
  ];
}
