import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { type ReactElement, useState } from "react";
import { usePauseAll, usePlatformFacts, useResumeAll } from "../../api/platform.ts";
import type { Command } from "../../parts/command.ts";
import { ConfirmLater } from "../../parts/confirm-later.tsx";
import { useShowToast } from "../../parts/toasts.tsx";
import { useWords } from "../../words/use-words.ts";
import { useProblemOf } from "../use-problem.ts";

type Asked = "pause" | "resume";

/** Stops the requests of every tenant, or resumes them: the one that would change nothing is off, and says so. */
export function usePauseCommands(off: string | undefined): {
  readonly commands: readonly Command[];
  readonly dialog: ReactElement | null;
} {
  const words = useWords().platformRuns;
  const [asked, setAsked] = useState<Asked>();
  const paused = usePlatformFacts().data?.paused;
  const offAs = (held: boolean, why: string): string | undefined => off ?? (paused === held ? why : undefined);
  const commands: readonly Command[] = [
    {
      id: "pause",
      text: words.pause.command,
      icon: <PauseRegular />,
      off: offAs(true, words.pause.already),
      onRun: () => setAsked("pause"),
    },
    {
      id: "resume",
      text: words.resume.command,
      icon: <PlayRegular />,
      off: offAs(false, words.resume.already),
      onRun: () => setAsked("resume"),
    },
  ];
  const dialog = asked === undefined ? null : <PauseDialog asked={asked} onClose={() => setAsked(undefined)} />;
  return { commands, dialog };
}

type PauseDialogProps = { readonly asked: Asked; readonly onClose: () => void };

function PauseDialog({ asked, onClose }: PauseDialogProps): ReactElement {
  const words = useWords().platformRuns[asked];
  const show = useShowToast();
  const change = { pause: usePauseAll(), resume: useResumeAll() }[asked];
  const done = (): void => {
    show({ title: words.done, intent: "info" });
    onClose();
  };
  return (
    <ConfirmLater
      title={words.title}
      action={words.action}
      onConfirm={() => change.mutate(undefined, { onSuccess: done })}
      onClose={onClose}
      isBusy={change.isPending}
      problem={useProblemOf(change.error)}
      isDangerous={asked === "pause"}
    >
      {words.text}
    </ConfirmLater>
  );
}
