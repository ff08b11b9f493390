import type { ReactElement } from "react";
import type { Tenant } from "../../api/operations.ts";
import { type TenantAct, useTenantAct } from "../../api/tenant.ts";
import { useDraft } from "../../api/use-draft.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { useWords } from "../../words/use-words.ts";
import { useProblemOf } from "../use-problem.ts";

type ActDialogProps = { readonly tenant: Tenant; readonly act: TenantAct["act"]; readonly onClose: () => void };

const untouched = { reason: "", confirm: "" };

/** Says what it does, and asks for the reason; for an archive, which is for good, for the tenant's name too. */
export function ActDialog({ tenant, act, onClose }: ActDialogProps): ReactElement {
  const words = useWords().settings.tenant;
  const { text, title, what } = words.acts[act];
  const draft = useDraft(`${act}-tenant/${tenant.id}`, untouched);
  const change = useTenantAct(tenant.id);
  const { reason, confirm } = draft.value;
  const close = (): void => {
    draft.forget();
    onClose();
  };
  return (
    <FormDialog
      title={title(tenant.name)}
      action={text}
      onSubmit={() => change.mutate({ act, reason, confirm }, { onSuccess: close })}
      onClose={close}
      isChanged={reason !== "" || confirm !== ""}
      maySubmit={reason.trim() !== "" && (act !== "archive" || confirm === tenant.name)}
      isBusy={change.isPending}
      problem={useProblemOf(change.error)}
    >
      <p>{what}</p>
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        required
        value={reason}
        onChange={(value) => draft.change({ reason: value })}
      />
      {act === "archive" && (
        <TextField
          label={words.typeName(tenant.name)}
          required
          value={confirm}
          onChange={(value) => draft.change({ confirm: value })}
        />
      )}
    </FormDialog>
  );
}
