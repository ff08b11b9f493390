import type { ReactElement } from "react";
import type { Tenant } from "../../api/operations.ts";
import { useChangeTenant } from "../../api/tenant.ts";
import { useDraft } from "../../api/use-draft.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { useWords } from "../../words/use-words.ts";
import { useProblemOf } from "../use-problem.ts";

type TermsDialogProps = { readonly tenant: Tenant; readonly etag: string; readonly onClose: () => void };

/** Changes what a tenant is called, its time zone and its labels, which are separated by commas. */
export function TermsDialog({ tenant, etag, onClose }: TermsDialogProps): ReactElement {
  const { tenant: words, save } = useWords().settings;
  const known = { name: tenant.name, timeZone: tenant.timeZone, labels: tenant.labels.join(", ") };
  const draft = useDraft(`edit-tenant/${tenant.id}`, known);
  const change = useChangeTenant(tenant.id, etag);
  const { name, timeZone, labels } = draft.value;
  const close = (): void => {
    draft.forget();
    onClose();
  };
  const isChanged = name !== known.name || timeZone !== known.timeZone || labels !== known.labels;
  return (
    <FormDialog
      title={words.editTitle(tenant.name)}
      action={save}
      onSubmit={() => change.mutate({ name, timeZone, labels: toLabels(labels) }, { onSuccess: close })}
      onClose={close}
      isChanged={isChanged}
      maySubmit={isChanged && name.trim() !== "" && timeZone.trim() !== ""}
      isBusy={change.isPending}
      problem={useProblemOf(change.error)}
    >
      <TextField label={words.name} required value={name} onChange={(value) => draft.change({ name: value })} />
      <TextField
        label={words.timeZone}
        hint={words.timeZoneHint}
        required
        value={timeZone}
        onChange={(value) => draft.change({ timeZone: value })}
      />
      <TextField
        label={words.labels}
        hint={words.labelsHint}
        value={labels}
        onChange={(value) => draft.change({ labels: value })}
      />
    </FormDialog>
  );
}

function toLabels(text: string): string[] {
  return text.split(",").flatMap((label) => label.trim() || []);
}
