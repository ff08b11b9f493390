import { BranchCompareRegular } from "@fluentui/react-icons/svg/branch-compare";
import { useContext } from "react";
import type { Command } from "../parts/command.ts";
import { NavigateContext } from "../parts/navigate-context.ts";
import { useWords } from "../words/use-words.ts";
import { compareHref } from "./compare-href.ts";

/** What has changed since a snapshot (its id, or `newest`), as far as the inventory knows; from there any other one. */
export function useCompareCommand(tenantId: string, left: string): Command {
  const { compare } = useWords();
  const navigate = useContext(NavigateContext);
  const onRun = (): void => navigate?.(compareHref(tenantId, { left, right: "inventory" }));
  return { id: "compare", text: compare.compareWithNow, icon: <BranchCompareRegular />, onRun };
}
