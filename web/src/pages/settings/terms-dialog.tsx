import type { ReactElement } from "react";
import type { Tenant } from "../../api/operations.ts";
import { useChangeTenant } from "../../api/tenant.ts";
import { useDraft } from "../../api/use-draft.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { TheirsBesideMine } from "../../parts/theirs-beside-mine.tsx";
import { useWords } from "../../words/use-words.ts";
import { toLabels } from "../to-labels.ts";
import { useProblemOf } from "../use-problem.ts";

type TermsDialogProps = { readonly tenant: Tenant; readonly etag: string; readonly onClose: () => void };

const terms = ["name", "timeZone", "labels"] as const;

/** Changes what a tenant is called, its time zone and its labels, which are separated by commas. */
export function TermsDialog({ tenant, etag, onClose }: TermsDialogProps): ReactElement {
  const { tenant: words, save } = useWords().settings;
  const form = useTermsForm(tenant, etag, onClose);
  const { value, theirs, isChanged, change } = form;
  return (
    <FormDialog
      title={words.editTitle(tenant.name)}
      action={save}
      onSubmit={form.save}
      onClose={form.close}
      isChanged={isChanged}
      maySubmit={isChanged && !theirs && value.name.trim() !== "" && value.timeZone.trim() !== ""}
      isBusy={form.isBusy}
      problem={form.problem}
    >
      {theirs && (
        <TheirsBesideMine
          title={words.overtaken(tenant.name)}
          rows={terms.map((term) => ({
            term: words[term],
            theirs: theirs.value[term] || words.noLabels,
            mine: value[term] || words.noLabels,
          }))}
          onKeepMine={theirs.keepMine}
          onTakeTheirs={theirs.take}
        />
      )}
      <TextField label={words.name} required value={value.name} onChange={(name) => change({ name })} />
      <TextField
        label={words.timeZone}
        hint={words.timeZoneHint}
        required
        value={value.timeZone}
        onChange={(timeZone) => change({ timeZone })}
      />
      <TextField
        label={words.labels}
        hint={words.labelsHint}
        value={value.labels}
        onChange={(labels) => change({ labels })}
      />
    </FormDialog>
  );
}

/** What is typed, on what it is based, and what somebody else made of that meanwhile. */
function useTermsForm(tenant: Tenant, etag: string, onClose: () => void) {
  // The page goes on to read the tenant: a newer tag than the one of what was seen would write over somebody else.
  const draft = useDraft(`edit-tenant/${tenant.id}`, { ...toTyped(tenant), etag });
  const { etag: basedOn, ...value } = draft.value;
  const sent = useChangeTenant(tenant.id);
  const problem = useProblemOf(sent.error);
  const close = (): void => {
    draft.forget();
    onClose();
  };
  const save = (tag: string): void =>
    sent.mutate(
      { change: { ...value, labels: toLabels(value.labels) }, etag: tag },
      { onSuccess: (now) => now === null && close() },
    );
  const now = sent.data && { value: toTyped(sent.data.body), etag: sent.data.etag ?? "" };
  return {
    value,
    change: draft.change,
    isChanged: terms.some((term) => value[term] !== toTyped(tenant)[term]),
    isBusy: sent.isPending,
    problem,
    save: () => save(basedOn),
    close,
    theirs: now && {
      value: now.value,
      keepMine: () => save(now.etag),
      take: () => {
        draft.change({ ...now.value, etag: now.etag });
        sent.reset();
      },
    },
  };
}

function toTyped({ name, timeZone, labels }: Tenant) {
  return { name, timeZone, labels: labels.join(", ") };
}
