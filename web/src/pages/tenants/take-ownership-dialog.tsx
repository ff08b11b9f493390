import type { ReactElement } from "react";
import { useTakeOwnershipOf } from "../../api/member.ts";
import { useDraft } from "../../api/use-draft.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { useShowToast } from "../../parts/toasts.tsx";
import { useWords } from "../../words/use-words.ts";
import { useProblemOf } from "../use-problem.ts";

type TakeOwnershipDialogProps = {
  readonly tenant: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
};

const untouched = { reason: "" };

/** Says what it does and who is told, and asks for the reason. */
export function TakeOwnershipDialog({ tenant, onClose }: TakeOwnershipDialogProps): ReactElement {
  const { tenants, settings } = useWords();
  const words = tenants.ownership;
  const draft = useDraft(`take-ownership/${tenant.id}`, untouched);
  const take = useTakeOwnershipOf(tenant.id);
  const show = useShowToast();
  const { reason } = draft.value;
  const close = (): void => {
    draft.forget();
    onClose();
  };
  const done = (): void => {
    show({ title: words.done(tenant.name), intent: "success" });
    close();
  };
  return (
    <FormDialog
      title={words.title(tenant.name)}
      action={words.command}
      onSubmit={() => take.mutate(reason, { onSuccess: done })}
      onClose={close}
      isChanged={reason !== ""}
      maySubmit={reason.trim() !== ""}
      isBusy={take.isPending}
      problem={useProblemOf(take.error)}
    >
      <p>{words.what}</p>
      <TextField
        label={settings.tenant.reason}
        hint={settings.tenant.reasonHint}
        required
        value={reason}
        onChange={(value) => draft.change({ reason: value })}
      />
    </FormDialog>
  );
}
