import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { CameraRegular } from "@fluentui/react-icons/svg/camera";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { type ReactNode, useState } from "react";
import { usePauseEach, useResumeEach, useSnapshotEach, useSyncEach } from "../api/each-tenant.ts";
import { useStartFleet } from "../api/platform.ts";
import type { Command } from "../parts/command.ts";
import { useWords } from "../words/use-words.ts";
import { PauseDialog } from "./pause-dialog.tsx";
import { useOutcomeToasts } from "./use-outcome-toasts.ts";
import { mostAtOnce, useIsPlatform, useRightsInEach } from "./use-rights.ts";
import { useStarted } from "./use-started.ts";

export type CommandedTenant = { readonly id: string; readonly name: string; readonly paused: boolean };

type TenantCommands = {
  readonly snapshot: Command;
  readonly sync: Command;
  readonly pause: Command;
  readonly resume: Command;
  /** Drawn by the page wherever it likes: asks before a pause. */
  readonly dialog: ReactNode;
};

/** What one can do with these tenants, one or several of them. */
export function useTenantCommands(tenants: readonly CommandedTenant[]): TenantCommands {
  const words = useWords().tenants.commands;
  const whyOff = useRightsInEach(tenants);
  const outcome = useOutcomeToasts(tenants);
  const [isAsking, setAsking] = useState(false);
  const sync = useSyncEach();
  const pause = usePauseEach();
  const resume = useResumeEach();
  const ids = tenants.map(({ id }) => id);
  const pausedIds = tenants.filter(({ paused }) => paused).map(({ id }) => id);
  const mayPause = whyOff("graph.pause");
  return {
    snapshot: useSnapshotCommand(tenants),
    sync: {
      id: "sync",
      text: words.sync,
      icon: <ArrowSyncRegular />,
      off: whyOff("inventory.sync"),
      onRun: () => sync.mutate(ids, outcome.started),
    },
    pause: {
      id: "pause",
      text: words.pause,
      icon: <PauseRegular />,
      off: mayPause ?? (pausedIds.length === ids.length ? words.allPaused : undefined),
      onRun: () => setAsking(true),
    },
    resume: {
      id: "resume",
      text: words.resume,
      icon: <PlayRegular />,
      off: mayPause ?? (pausedIds.length === 0 ? words.nonePaused : undefined),
      onRun: () => resume.mutate(pausedIds, outcome.resumed),
    },
    dialog: isAsking && (
      <PauseDialog
        tenants={tenants}
        isBusy={pause.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => pause.mutate(ids, { ...outcome.paused, onSettled: () => setAsking(false) })}
      />
    ),
  };
}

/** A run in each tenant; for who has the platform right, and in more than one, a run of the platform that has them all. */
function useSnapshotCommand(tenants: readonly CommandedTenant[]): Command {
  const words = useWords().tenants.commands;
  const whyOff = useRightsInEach(tenants)("snapshot.take");
  const isPlatform = useIsPlatform();
  const outcome = useOutcomeToasts(tenants);
  const started = useStarted();
  const each = useSnapshotEach();
  const fleet = useStartFleet();
  const ids = tenants.map(({ id }) => id);
  const byFleet = isPlatform && ids.length > 0 && ids.length <= mostAtOnce && (ids.length > 1 || whyOff !== undefined);
  return {
    id: "snapshot",
    text: words.snapshot,
    icon: <CameraRegular />,
    off: byFleet ? undefined : whyOff,
    onRun: () =>
      byFleet ? fleet.mutate({ type: "fleet.snapshot", tenants: ids }, started) : each.mutate(ids, outcome.started),
  };
}
