import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Command } from "../parts/command.ts";

/** The one command that fills what is empty, as a button; off it stays and says why. */
export function FillCommand({ command: { text, icon, off, onRun } }: { readonly command: Command }): ReactElement {
  return (
    <Button
      appearance="primary"
      icon={icon}
      title={off}
      disabledFocusable={off !== undefined}
      onClick={() => off === undefined && onRun()}
    >
      {text}
    </Button>
  );
}
