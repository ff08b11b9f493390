import { PersonKeyRegular } from "@fluentui/react-icons/svg/person-key";
import { type ReactNode, useState } from "react";
import { useMe } from "../../api/me.ts";
import type { Command } from "../../parts/command.ts";
import { useWords } from "../../words/use-words.ts";
import { TakeOwnershipDialog } from "./take-ownership-dialog.tsx";

type Chosen = { readonly id: string; readonly name: string; readonly state: string };

/** For who looks after the platform: becomes an owner of the one tenant that is chosen. The page draws the dialog. */
export function useTakeOwnership(chosen: readonly Chosen[]): { readonly command: Command; readonly dialog: ReactNode } {
  const words = useWords().tenants.ownership;
  const { data: me } = useMe();
  const [asked, setAsked] = useState<Chosen>();
  const [one, ...more] = chosen;
  const isOwner = me?.tenants.some(({ id, role, via }) => id === one?.id && role === "owner" && via === "own");
  const whyOff = (): string | undefined => {
    if (me !== undefined && !me.platform) return words.platformOnly;
    if (one === undefined || more.length > 0) return words.chooseOne;
    if (one.state === "archived") return words.archived;
    return isOwner ? words.already : undefined;
  };
  return {
    command: {
      id: "ownership",
      text: words.command,
      icon: <PersonKeyRegular />,
      off: whyOff(),
      onRun: () => setAsked(one),
    },
    dialog: asked && <TakeOwnershipDialog tenant={asked} onClose={() => setAsked(undefined)} />,
  };
}
