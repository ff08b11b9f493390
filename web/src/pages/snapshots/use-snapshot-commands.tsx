import { CameraRegular } from "@fluentui/react-icons/svg/camera";
import type { Command } from "../../parts/command.ts";
import { useWords } from "../../words/use-words.ts";
import { useRights } from "../use-rights.ts";

/** What one can do with the snapshots of a tenant; `ask` opens the dialog of a new one. */
export function useSnapshotCommands(tenantId: string, ask: () => void): readonly [Command] {
  const words = useWords().snapshots;
  const whyOff = useRights(tenantId);
  return [{ id: "take", text: words.take, icon: <CameraRegular />, off: whyOff("snapshot.take"), onRun: ask }];
}
