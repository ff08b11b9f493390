import { BranchCompareRegular } from "@fluentui/react-icons/svg/branch-compare";
import { type ReactElement, useContext } from "react";
import { CommandBar } from "../../parts/command-bar.tsx";
import { NavigateContext } from "../../parts/navigate-context.ts";
import { useWords } from "../../words/use-words.ts";
import { compareHref } from "../compare-href.ts";

type CompareCommandProps = { readonly tenantId: string; readonly snapshotId: string };

/** What one can do with a snapshot: see how the tenant differs from it now, or from there any other one. */
export function CompareCommand({ tenantId, snapshotId }: CompareCommandProps): ReactElement {
  const { compare } = useWords();
  const navigate = useContext(NavigateContext);
  const open = (): void => navigate?.(compareHref(tenantId, { left: snapshotId, right: "inventory" }));
  return (
    <CommandBar
      commands={[{ id: "compare", text: compare.compareWithNow, icon: <BranchCompareRegular />, onRun: open }]}
    />
  );
}
