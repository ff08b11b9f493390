import type { ReactElement } from "react";
import { ConfirmLater } from "../parts/confirm-later.tsx";
import { useWords } from "../words/use-words.ts";

type PauseDialogProps = {
  readonly tenants: readonly { readonly name: string }[];
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Says what a pause does, and asks. */
export function PauseDialog({ tenants, ...dialog }: PauseDialogProps): ReactElement {
  const { pause } = useWords().tenants;
  const [first] = tenants;
  const whom = first !== undefined && tenants.length === 1 ? first.name : pause.several(tenants.length);
  return (
    <ConfirmLater title={pause.title(whom)} action={pause.action} {...dialog}>
      <p>{pause.what}</p>
      <p>{pause.stays}</p>
      <p>{pause.end}</p>
    </ConfirmLater>
  );
}
