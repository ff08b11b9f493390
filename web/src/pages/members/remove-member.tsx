import type { ReactElement } from "react";
import { useDeleteMember } from "../../api/member.ts";
import type { Member } from "../../api/operations.ts";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { useWords } from "../../words/use-words.ts";
import { useProblemOf } from "../use-problem.ts";
import { nameOfMember } from "./member-columns.tsx";

type RemoveMemberProps = {
  readonly tenantId: string;
  readonly member: Member;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Says what somebody loses and from when, and asks. */
export function RemoveMember({ tenantId, member, onDone, onClose }: RemoveMemberProps): ReactElement {
  const { removing } = useWords().members;
  const remove = useDeleteMember(tenantId);
  return (
    <ConfirmDialog
      title={removing.title(nameOfMember(member))}
      action={removing.action}
      onConfirm={() => remove.mutate(member, { onSuccess: onDone })}
      onClose={onClose}
      isBusy={remove.isPending}
      isDangerous
      problem={useProblemOf(remove.error)}
    >
      <p>{removing.what}</p>
      <p>{removing.last}</p>
    </ConfirmDialog>
  );
}
