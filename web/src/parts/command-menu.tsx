import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, ToolbarButton, Tooltip } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import type { Command } from "./command.ts";

/** Commands behind a button, for a bar that is too narrow for them, or for one row of a section. */
export function CommandMenu({ commands }: { readonly commands: readonly Command[] }): ReactElement {
  const { more } = useWords().parts.commands;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton icon={<MoreHorizontalRegular />} aria-label={more} title={more} />
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
