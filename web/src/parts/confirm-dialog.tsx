import { type ReactElement, type ReactNode, useState } from "react";
import { useWords } from "../words/use-words.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import type { Problem } from "./problem.ts";
import { TextField } from "./text-field.tsx";

type ConfirmDialogProps = {
  readonly title: string;
  /** What happens and what stays, in sentences. */
  readonly children: ReactNode;
  readonly action: string;
  /** The way out in words, where "Cancel" could be taken for the action. */
  readonly wayOut?: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** For what cannot be taken back: must be typed, or pasted, as it stands. */
  readonly phrase?: string;
  readonly isBusy?: boolean;
  readonly problem?: Problem | undefined;
  readonly isDangerous?: boolean;
};

/** Asks once more. Drawn while it is open; load it with `lazy`. */
export function ConfirmDialog({ phrase, children, onConfirm, ...frame }: ConfirmDialogProps): ReactElement {
  const { dialogs } = useWords().parts;
  const [typed, setTyped] = useState("");
  const fits = phrase === undefined || typed.trim() === phrase;
  return (
    <DialogFrame {...frame} onAct={onConfirm} mayAct={fits}>
      <div>{children}</div>
      {phrase !== undefined && (
        <TextField
          label={dialogs.typePhrase(phrase)}
          value={typed}
          onChange={setTyped}
          error={typed !== "" && !fits ? dialogs.phraseDiffers : undefined}
        />
      )}
    </DialogFrame>
  );
}
