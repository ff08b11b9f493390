import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Tooltip } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Command } from "./command.ts";
import { MoreButton } from "./more-button.tsx";

type CommandMenuProps = { readonly commands: readonly Command[]; readonly tabIndex: number };

/** Commands behind a button, for a bar that is too narrow for them. */
export function CommandMenu({ commands, tabIndex }: CommandMenuProps): ReactElement {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MoreButton tabIndex={tabIndex} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {commands.map((command) => (
            <CommandItem key={command.id} command={command} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function CommandItem({ command: { text, icon, onRun, off } }: { readonly command: Command }): ReactElement {
  const item = (
    <MenuItem icon={icon} disabled={off !== undefined} onClick={() => off === undefined && onRun()}>
      {text}
    </MenuItem>
  );
  if (off === undefined) return item;
  return (
    <Tooltip content={off} relationship="description" positioning="before">
      {item}
    </Tooltip>
  );
}
