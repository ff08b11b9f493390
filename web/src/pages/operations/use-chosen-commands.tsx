import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { ProhibitedRegular } from "@fluentui/react-icons/svg/prohibited";
import { type ReactElement, useState } from "react";
import type { Run } from "../../api/operations.ts";
import { isActive, useCancelRun, useRetryRun } from "../../api/run.ts";
import type { Command } from "../../parts/command.ts";
import { ConfirmLater } from "../../parts/confirm-later.tsx";
import { useWords } from "../../words/use-words.ts";
import { mostAtOnce } from "../use-rights.ts";
import { useRunRights } from "../use-run-rights.ts";
import { useStarted } from "../use-started.ts";

/** Cancel and retry of the runs that are chosen: those of them that it fits. */
export function useChosenCommands(
  tenantId: string,
  chosen: readonly Run[],
  offline: string | undefined,
): { readonly commands: readonly Command[]; readonly dialog: ReactElement | null } {
  const { operations, run: words } = useWords();
  const whyOff = useRunRights(tenantId);
  const started = useStarted();
  const cancel = useCancelRun(tenantId);
  const retry = useRetryRun(tenantId);
  const [isAsking, setAsking] = useState(false);
  const active = chosen.filter(isActive);
  const ended = chosen.filter((run) => !isActive(run));
  const off = (runs: readonly Run[], none: string): string | undefined => {
    if (runs.length === 0) return none;
    if (runs.length > mostAtOnce) return words.atMost(mostAtOnce);
    return offline ?? runs.map(whyOff).find((why) => why !== undefined);
  };
  const cancelAll = (): void => {
    setAsking(false);
    for (const { id } of active) void cancel.mutateAsync(id).catch(started.onError);
  };
  const retryAll = (): void => {
    for (const { id } of ended)
      void retry.mutateAsync({ runId: id, parts: "failed" }).then(started.onSuccess, started.onError);
  };
  const commands: readonly Command[] = [
    {
      id: "cancel",
      text: operations.cancel,
      icon: <ProhibitedRegular />,
      off: off(active, operations.chooseActive),
      onRun: () => setAsking(true),
    },
    {
      id: "retry",
      text: words.retryFailed,
      icon: <ArrowClockwiseRegular />,
      off: off(ended, operations.chooseEnded),
      onRun: retryAll,
    },
  ];
  const dialog = isAsking ? (
    <ConfirmLater
      title={words.cancel.titleMany(active.length)}
      action={words.cancel.actionMany}
      wayOut={words.cancel.keep}
      onConfirm={cancelAll}
      onClose={() => setAsking(false)}
      isDangerous
    >
      {words.cancel.text}
    </ConfirmLater>
  ) : null;
  return { commands, dialog };
}
