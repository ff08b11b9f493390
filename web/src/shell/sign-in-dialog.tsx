import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { SignInNeed } from "../session/session.ts";
import { useWords } from "../words/use-words.ts";

type SignInDialogProps = { readonly need: SignInNeed; readonly onSignIn: () => Promise<never> };

/** Stays until the button is pressed: without a token no page can go on. What was typed is put back afterwards. */
export function SignInDialog({ need: { reason, code }, onSignIn }: SignInDialogProps): ReactElement {
  const { signIn } = useWords().frame;
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{signIn.again}</DialogTitle>
          <DialogContent>
            <p>{reason === "unsaved" ? signIn.againUnsaved : signIn.againCircle}</p>
            {code && <p>{signIn.refusedHelp(code)}</p>}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => void onSignIn()}>
              {signIn.button}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
