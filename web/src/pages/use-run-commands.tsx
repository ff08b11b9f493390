import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { ArrowRepeatAllRegular } from "@fluentui/react-icons/svg/arrow-repeat-all";
import { ProhibitedRegular } from "@fluentui/react-icons/svg/prohibited";
import { type ReactElement, useState } from "react";
import type { Run } from "../api/operations.ts";
import type { Command } from "../parts/command.ts";
import { ConfirmLater } from "../parts/confirm-later.tsx";
import { useSpoken } from "../words/use-words.ts";
import { typeOf } from "./run-columns.tsx";
import { whyNotCancel, whyNotRetry } from "./run-offs.ts";
import { useProblemOf } from "./use-problem.ts";
import { useStarted } from "./use-started.ts";

type Cancel = {
  readonly mutate: (runId: string, then: { onSuccess: () => void }) => void;
  readonly reset: () => void;
  readonly isPending: boolean;
  readonly error: Error | null;
};
type Retry = {
  readonly mutate: (
    retry: { readonly runId: string; readonly parts: "all" | "failed" },
    then: ReturnType<typeof useStarted>,
  ) => void;
  readonly isPending: boolean;
};

type Subject = {
  readonly run: Run | undefined;
  readonly cancel: Cancel;
  readonly retry: Retry;
  /** What stays when it is cancelled, in sentences. */
  readonly stays: string;
  /** Why the person may do none of it: no right, no connection. */
  readonly off: string | undefined;
};

/** Cancel and retry of one run, and the question that is asked before it is cancelled. */
export function useRunCommands({ run, cancel, retry, stays, off }: Subject): {
  readonly commands: readonly Command[];
  readonly dialog: ReactElement | null;
} {
  const spoken = useSpoken();
  const { run: words, operations } = spoken.words;
  const started = useStarted();
  const [isAsking, setAsking] = useState(false);
  const problem = useProblemOf(cancel.error);
  if (run === undefined) return { commands: [], dialog: null };
  const again = (parts: "all" | "failed", text: string, icon: ReactElement): Command => ({
    id: `retry-${parts}`,
    text,
    icon,
    off: off ?? whyNotRetry(run, parts, spoken.words) ?? (retry.isPending ? words.notEnded : undefined),
    onRun: () => retry.mutate({ runId: run.id, parts }, started),
  });
  const close = (): void => {
    setAsking(false);
    cancel.reset();
  };
  const commands: readonly Command[] = [
    {
      id: "cancel",
      text: operations.cancel,
      icon: <ProhibitedRegular />,
      off: off ?? whyNotCancel(run, spoken.words),
      onRun: () => setAsking(true),
    },
    again("failed", words.retryFailed, <ArrowClockwiseRegular />),
    again("all", words.retryAll, <ArrowRepeatAllRegular />),
  ];
  const dialog = isAsking && (
    <ConfirmLater
      title={words.cancel.title(typeOf(run, spoken))}
      action={words.cancel.action}
      wayOut={words.cancel.keep}
      onConfirm={() => cancel.mutate(run.id, { onSuccess: close })}
      onClose={close}
      isBusy={cancel.isPending}
      problem={problem}
      isDangerous
    >
      {stays}
    </ConfirmLater>
  );
  return { commands, dialog: dialog || null };
}
