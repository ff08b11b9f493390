import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { type SnapshotOrder, useTakeSnapshot } from "../../api/snapshot.ts";
import { useDraft } from "../../api/use-draft.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { useWords } from "../../words/use-words.ts";
import { toProblem } from "../to-problem.ts";
import { useObjectTypes } from "../use-object-types.ts";
import { useStarted } from "../use-started.ts";
import { TypeChoice } from "./type-choice.tsx";

const longestLabel = 200;

type Form = { readonly label: string; readonly scope: "all" | "some"; readonly types: readonly string[] };

const untouched: Form = { label: "", scope: "all", types: [] };

type TakeDialogProps = { readonly tenantId: string; readonly onClose: () => void };

/** Asks what a snapshot is called and which types it holds, and starts it. */
export function TakeDialog({ tenantId, onClose }: TakeDialogProps): ReactElement {
  const words = useWords();
  const { dialog, take: action } = words.snapshots;
  const { onSuccess } = useStarted();
  const take = useTakeSnapshot(tenantId);
  const draft = useDraft<Form>(`take-snapshot/${tenantId}`, untouched);
  const { all } = useObjectTypes(tenantId);
  const { label, scope, types } = draft.value;
  const isTooLong = label.trim().length > longestLabel;
  const close = (): void => {
    draft.forget();
    onClose();
  };
  const submit = (): void =>
    take.mutate(orderOf(draft.value), {
      onSuccess: (run) => {
        close();
        onSuccess(run);
      },
    });
  return (
    <FormDialog
      title={dialog.title}
      action={action}
      onSubmit={submit}
      onClose={close}
      isChanged={label !== "" || scope !== "all" || types.length > 0}
      maySubmit={!isTooLong && (scope === "all" || types.length > 0)}
      isBusy={take.isPending}
      problem={take.error === null ? undefined : toProblem(take.error, words, take.submittedAt)}
    >
      <TextField
        label={dialog.label}
        hint={dialog.labelHint}
        error={isTooLong ? dialog.labelTooLong : undefined}
        value={label}
        onChange={(value) => draft.change({ label: value })}
      />
      <Field label={dialog.scope}>
        <RadioGroup
          value={scope}
          onChange={(_, { value }) => draft.change({ scope: value === "some" ? "some" : "all" })}
        >
          <Radio value="all" label={dialog.all} />
          <Radio value="some" label={dialog.some} />
        </RadioGroup>
      </Field>
      {scope === "some" && (
        <TypeChoice
          types={all.filter(({ snapshot }) => snapshot)}
          chosen={types}
          onChoose={(chosen) => draft.change({ types: chosen })}
        />
      )}
    </FormDialog>
  );
}

function orderOf({ label, scope, types }: Form): SnapshotOrder {
  const named = label.trim() === "" ? {} : { label: label.trim() };
  return scope === "all" ? named : { ...named, types };
}
