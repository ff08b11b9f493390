import { Button, makeStyles } from "@fluentui/react-components";
import { lazy, type ReactElement, Suspense } from "react";
import { useWords } from "../words/use-words.ts";
import type { Command } from "./command.ts";
import { commandsThatFit } from "./command-width.ts";
import { Hint } from "./hint.tsx";
import { MoreButton } from "./more-button.tsx";
import { useBarKeys } from "./use-bar-keys.ts";
import { useElementWidth } from "./use-element-width.ts";

const CommandMenu = lazy(async () => ({ default: (await import("./command-menu.tsx")).CommandMenu }));

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", minHeight: "36px", marginLeft: "-8px" },
  // What hints are placed in.
  around: { position: "relative" },
  command: { whiteSpace: "nowrap", fontWeight: "normal" },
});

/** The commands of a page, in one row; what does not fit is in a menu at its end. */
export function CommandBar({ commands }: { readonly commands: readonly Command[] }): ReactElement | null {
  const styles = useStyles();
  const words = useWords().parts.commands;
  const [measured, width] = useElementWidth();
  const shown = commandsThatFit(commands, width);
  const more = commands.slice(shown.length);
  const { bar, tabIndexOf, ...listeners } = useBarKeys(shown.length + (more.length > 0 ? 1 : 0));
  if (commands.length === 0) return null;
  return (
    <div ref={measured} className={styles.around}>
      <div role="toolbar" aria-label={words.name} className={styles.bar} ref={bar} {...listeners}>
        {shown.map((command, index) => (
          <CommandButton key={command.id} command={command} tabIndex={tabIndexOf(index)} />
        ))}
        {more.length > 0 && (
          <Suspense fallback={<MoreButton tabIndex={tabIndexOf(shown.length)} />}>
            <CommandMenu commands={more} tabIndex={tabIndexOf(shown.length)} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

type CommandButtonProps = { readonly command: Command; readonly tabIndex: number };

function CommandButton({ command: { text, icon, onRun, off }, tabIndex }: CommandButtonProps): ReactElement {
  const styles = useStyles();
  const button = (hint?: string): ReactElement => (
    <Button
      className={styles.command}
      appearance="subtle"
      icon={icon}
      disabledFocusable={off !== undefined}
      aria-describedby={hint}
      tabIndex={tabIndex}
      onClick={() => off === undefined && onRun()}
    >
      {text}
    </Button>
  );
  return off === undefined ? button() : <Hint text={off}>{button}</Hint>;
}
