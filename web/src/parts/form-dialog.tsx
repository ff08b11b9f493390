import { type ReactElement, type ReactNode, useState } from "react";
import { useWords } from "../words/use-words.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { DialogFrame } from "./dialog-frame.tsx";
import type { Problem } from "./problem.ts";
import { useUnsavedGuard } from "./use-unsaved-guard.ts";

type FormDialogProps = {
  readonly title: string;
  readonly children: ReactNode;
  readonly action: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** Whether something was typed that leaving would lose. */
  readonly isChanged: boolean;
  readonly maySubmit?: boolean;
  readonly isBusy?: boolean;
  readonly problem?: Problem | undefined;
};

/** A form in a dialog: leaving it with something typed asks first, also when the tab is closed. Load it with `lazy`. */
export function FormDialog({
  isChanged,
  onSubmit,
  onClose,
  maySubmit = true,
  ...frame
}: FormDialogProps): ReactElement {
  const { dialogs } = useWords().parts;
  const [isLeaving, setLeaving] = useState(false);
  useUnsavedGuard(isChanged);
  return (
    <>
      <DialogFrame
        {...frame}
        onAct={onSubmit}
        mayAct={maySubmit}
        onClose={() => (isChanged ? setLeaving(true) : onClose())}
      />
      {isLeaving && (
        <ConfirmDialog
          title={dialogs.unsavedTitle}
          action={dialogs.leave}
          onConfirm={onClose}
          onClose={() => setLeaving(false)}
        >
          {dialogs.unsaved}
        </ConfirmDialog>
      )}
    </>
  );
}
