import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import type { ReactElement, ReactNode, SubmitEvent } from "react";
import { useWords } from "../words/use-words.ts";
import type { Problem } from "./problem.ts";
import { ProblemBar } from "./problem-bar.tsx";
import { useFocusBack } from "./use-focus-back.ts";
import { usePageBack } from "./use-page-back.ts";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ":hover": {
      backgroundColor: tokens.colorStatusDangerBackground3Hover,
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
});

type DialogFrameProps = {
  readonly title: string;
  /** What the button does, in words: "Cancel the run", never "OK". */
  readonly action: string;
  readonly onAct: () => void;
  /** The way out in words, where "Cancel" could be taken for the action. */
  readonly wayOut?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly mayAct?: boolean;
  /** While the server is asked: the button cannot be pressed twice. */
  readonly isBusy?: boolean;
  /** Why the last attempt was refused. What was typed stays. */
  readonly problem?: Problem | undefined;
  readonly isDangerous?: boolean;
};

/** A dialog with one action and a way out: a form, so that Enter acts. It is shown while it is drawn. */
export function DialogFrame(props: DialogFrameProps): ReactElement {
  const {
    title,
    action,
    wayOut,
    onAct,
    onClose,
    children,
    mayAct = true,
    isBusy = false,
    problem,
    isDangerous = false,
  } = props;
  const styles = useStyles();
  const { dialogs } = useWords().parts;
  // In this order: what gets the focus back must not be hidden.
  usePageBack();
  useFocusBack();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (mayAct && !isBusy) onAct();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {problem && <ProblemBar problem={problem} />}
              {children}
            </DialogContent>
            <DialogActions>
              <Button
                type="submit"
                appearance="primary"
                className={isDangerous && mayAct && !isBusy ? styles.danger : undefined}
                disabledFocusable={!mayAct || isBusy}
                icon={isBusy ? <Spinner size="tiny" aria-hidden="true" /> : null}
              >
                {isBusy ? dialogs.working : action}
              </Button>
              <Button onClick={onClose}>{wayOut ?? dialogs.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
