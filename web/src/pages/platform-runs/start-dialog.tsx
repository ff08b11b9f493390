import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useStartFleet } from "../../api/platform.ts";
import { useDraft } from "../../api/use-draft.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import { useWords } from "../../words/use-words.ts";
import { useProblemOf } from "../use-problem.ts";
import { useStarted } from "../use-started.ts";
import { TenantChoice } from "./tenant-choice.tsx";

type Order = { readonly which: string; readonly tenants: readonly string[] };

/** Starts snapshots of all tenants, or of those that are chosen, each of all its object types. */
export function StartDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const words = useWords().platformRuns.form;
  const draft = useDraft<Order>("fleet.snapshot", { which: "all", tenants: [] });
  const { which, tenants } = draft.value;
  const start = useStartFleet();
  const started = useStarted();
  const isSome = which === "some";
  const submit = (): void =>
    start.mutate(
      { type: "fleet.snapshot", ...(isSome && { tenants }) },
      {
        onSuccess: (run) => {
          started.onSuccess(run);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={words.title}
      action={words.action}
      onSubmit={submit}
      onClose={onClose}
      isChanged={isSome && tenants.length > 0}
      maySubmit={!isSome || tenants.length > 0}
      isBusy={start.isPending}
      problem={useProblemOf(start.error)}
    >
      <div>{words.text}</div>
      <Field label={words.which}>
        <RadioGroup value={which} onChange={(_, { value }) => draft.change({ which: value })}>
          <Radio value="all" label={words.all} />
          <Radio value="some" label={words.some} />
        </RadioGroup>
      </Field>
      {isSome && <TenantChoice chosen={tenants} onChoose={(next) => draft.change({ tenants: next })} />}
    </FormDialog>
  );
}
