import { BranchCompareRegular } from "@fluentui/react-icons/svg/branch-compare";
import { CameraRegular } from "@fluentui/react-icons/svg/camera";
import { useContext } from "react";
import type { Command } from "../../parts/command.ts";
import { NavigateContext } from "../../parts/navigate-context.ts";
import { useWords } from "../../words/use-words.ts";
import { compareHref } from "../compare-href.ts";
import { useRights } from "../use-rights.ts";

type SnapshotCommands = {
  /** Opens the dialog of a new snapshot. */
  readonly ask: () => void;
  /** Ids of the snapshots that are chosen in the list, the newest first. */
  readonly chosen: readonly string[];
};

/** What one can do with the snapshots of a tenant. */
export function useSnapshotCommands(
  tenantId: string,
  { ask, chosen }: SnapshotCommands,
): readonly [take: Command, compare: Command] {
  const { snapshots: words, compare } = useWords();
  const navigate = useContext(NavigateContext);
  const whyOff = useRights(tenantId);
  const [newer, older, ...others] = chosen;
  const isTwo = newer !== undefined && older !== undefined && others.length === 0;
  return [
    { id: "take", text: words.take, icon: <CameraRegular />, off: whyOff("snapshot.take"), onRun: ask },
    {
      id: "compare",
      text: compare.compareTwo,
      icon: <BranchCompareRegular />,
      off: isTwo ? undefined : compare.chooseTwo,
      onRun: () => isTwo && navigate?.(compareHref(tenantId, { left: older, right: newer })),
    },
  ];
}
