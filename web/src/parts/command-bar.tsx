import { makeStyles, Toolbar, ToolbarButton, Tooltip } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { lazy, type ReactElement, Suspense } from "react";
import { useWords } from "../words/use-words.ts";
import type { Command } from "./command.ts";
import { commandsThatFit } from "./command-width.ts";
import { useElementWidth } from "./use-element-width.ts";

const CommandMenu = lazy(async () => ({ default: (await import("./command-menu.tsx")).CommandMenu }));

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", minHeight: "36px", padding: 0, marginLeft: "-8px" },
  command: { whiteSpace: "nowrap", fontWeight: "normal" },
});

/** The commands of a page, in one row; what does not fit is in a menu at its end. */
export function CommandBar({ commands }: { readonly commands: readonly Command[] }): ReactElement | null {
  const styles = useStyles();
  const words = useWords().parts.commands;
  const [measured, width] = useElementWidth();
  if (commands.length === 0) return null;
  const shown = commandsThatFit(commands, width);
  const more = commands.slice(shown.length);
  return (
    <div ref={measured}>
      <Toolbar aria-label={words.name} className={styles.bar}>
        {shown.map((command) => (
          <CommandButton key={command.id} command={command} />
        ))}
        {more.length > 0 && (
          <Suspense fallback={<ToolbarButton icon={<MoreHorizontalRegular />} aria-label={words.more} />}>
            <CommandMenu commands={more} />
          </Suspense>
        )}
      </Toolbar>
    </div>
  );
}

function CommandButton({ command: { text, icon, onRun, off } }: { readonly command: Command }): ReactElement {
  const styles = useStyles();
  const button = (
    <ToolbarButton
      className={styles.command}
      icon={icon}
      disabledFocusable={off !== undefined}
      onClick={() => off === undefined && onRun()}
    >
      {text}
    </ToolbarButton>
  );
  if (off === undefined) return button;
  return (
    <Tooltip content={off} relationship="description" withArrow>
      {button}
    </Tooltip>
  );
}
