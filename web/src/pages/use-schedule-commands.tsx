import { AddRegular } from "@fluentui/react-icons/svg/add";
import { CameraRegular } from "@fluentui/react-icons/svg/camera";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { Schedule } from "../api/operations.ts";
import { useChangeSchedule, useRunSchedule } from "../api/schedule.ts";
import type { Command } from "../parts/command.ts";
import { useWords } from "../words/use-words.ts";
import { useRights } from "./use-rights.ts";
import { useStarted } from "./use-started.ts";

const ScheduleForm = lazy(async () => ({ default: (await import("./schedule-form.tsx")).ScheduleForm }));
const RemoveSchedules = lazy(async () => ({ default: (await import("./remove-schedules.tsx")).RemoveSchedules }));

type Subject = {
  readonly tenantId: string;
  readonly schedules: readonly Schedule[];
  /** Why nothing can be commanded now, such as that the browser is offline. */
  readonly off?: string | undefined;
  readonly onRemoved: () => void;
};

type ScheduleCommands = {
  readonly create: Command;
  readonly others: readonly Command[];
  /** Drawn by the page: the form, or what asks before a schedule is deleted. */
  readonly dialog: ReactNode;
};

/** What one can do with these schedules, one or several of them. */
export function useScheduleCommands({ tenantId, schedules, off, onRemoved }: Subject): ScheduleCommands {
  const words = useWords().schedule.commands;
  const [open, setOpen] = useState<"new" | "edit" | "remove">();
  const close = (): void => setOpen(undefined);
  const mayNot = useRights(tenantId)("schedule.write") ?? off;
  const some = mayNot ?? (schedules.length === 0 ? words.choose : undefined);
  const one = mayNot ?? (schedules.length === 1 ? undefined : words.chooseOne);
  const edit = { id: "edit", text: words.edit, icon: <EditRegular />, off: one, onRun: () => setOpen("edit") };
  const remove = {
    id: "remove",
    text: words.remove,
    icon: <DeleteRegular />,
    off: some,
    onRun: () => setOpen("remove"),
  };
  return {
    create: { id: "new", text: words.create, icon: <AddRegular />, off: mayNot, onRun: () => setOpen("new") },
    others: [edit, ...usePauses(tenantId, schedules, some), useRunNow(tenantId, schedules, some), remove],
    dialog: (
      <Suspense>
        {open === "new" && <ScheduleForm tenantId={tenantId} onClose={close} />}
        {open === "edit" && <ScheduleForm tenantId={tenantId} schedule={schedules[0]} onClose={close} />}
        {open === "remove" && (
          <RemoveSchedules tenantId={tenantId} schedules={schedules} onRemoved={onRemoved} onClose={close} />
        )}
      </Suspense>
    ),
  };
}

function usePauses(tenantId: string, schedules: readonly Schedule[], off: string | undefined): readonly Command[] {
  const words = useWords().schedule.commands;
  const change = useChangeSchedule(tenantId);
  const { onError } = useStarted();
  const isPaused = schedules.some(({ paused }) => paused);
  const isDue = schedules.some(({ paused }) => !paused);
  const setPaused = (paused: boolean): void => {
    for (const each of schedules.filter((schedule) => schedule.paused !== paused))
      void change.mutateAsync({ scheduleId: each.id, paused }).catch(onError);
  };
  const pause = {
    id: "pause",
    text: words.pause,
    icon: <PauseRegular />,
    off: off ?? (isDue ? undefined : words.allPaused),
    onRun: () => setPaused(true),
  };
  const resume = {
    id: "resume",
    text: words.resume,
    icon: <PlayRegular />,
    off: off ?? (isPaused ? undefined : words.nonePaused),
    onRun: () => setPaused(false),
  };
  return [pause, resume];
}

function useRunNow(tenantId: string, schedules: readonly Schedule[], off: string | undefined): Command {
  const words = useWords().schedule.commands;
  const start = useRunSchedule(tenantId);
  const { onSuccess, onError } = useStarted();
  return {
    id: "run",
    text: words.run,
    icon: <CameraRegular />,
    off,
    onRun: () => {
      for (const { id } of schedules) void start.mutateAsync(id).then(onSuccess, onError);
    },
  };
}
