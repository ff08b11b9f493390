import { AddRegular } from "@fluentui/react-icons/svg/add";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { Member } from "../../api/operations.ts";
import type { Command } from "../../parts/command.ts";
import { useWords } from "../../words/use-words.ts";
import { useRights } from "../use-rights.ts";

const MemberForm = lazy(async () => ({ default: (await import("./member-form.tsx")).MemberForm }));
const RemoveMember = lazy(async () => ({ default: (await import("./remove-member.tsx")).RemoveMember }));

type Subject = {
  readonly tenantId: string;
  /** Those that are chosen. */
  readonly members: readonly Member[];
  /** Why nothing can be commanded now, such as that the browser is offline. */
  readonly off: string | undefined;
  readonly onChanged: () => void;
};

type MemberCommands = { readonly add: Command; readonly others: readonly Command[]; readonly dialog: ReactNode };

/** What one can do with the members of a tenant. */
export function useMemberCommands({ tenantId, members, off, onChanged }: Subject): MemberCommands {
  const { commands } = useWords().members;
  const [open, setOpen] = useState<"add" | "change" | "remove">();
  const close = (): void => setOpen(undefined);
  const done = (): void => {
    onChanged();
    close();
  };
  const mayNot = useRights(tenantId)("member.write") ?? off;
  const [one] = members;
  const offOne = mayNot ?? (members.length === 1 ? undefined : commands.chooseOne);
  return {
    add: { id: "add", text: commands.add, icon: <AddRegular />, off: mayNot, onRun: () => setOpen("add") },
    others: [
      { id: "change", text: commands.change, icon: <EditRegular />, off: offOne, onRun: () => setOpen("change") },
      { id: "remove", text: commands.remove, icon: <DeleteRegular />, off: offOne, onRun: () => setOpen("remove") },
    ],
    dialog: (
      <Suspense>
        {open === "add" && <MemberForm tenantId={tenantId} onDone={done} onClose={close} />}
        {open === "change" && one && <MemberForm tenantId={tenantId} member={one} onDone={done} onClose={close} />}
        {open === "remove" && one && <RemoveMember tenantId={tenantId} member={one} onDone={done} onClose={close} />}
      </Suspense>
    ),
  };
}
