import { Button, type ButtonProps } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";

/** What opens the menu of commands that do not fit. */
export function MoreButton(props: ButtonProps): ReactElement {
  const { more } = useWords().parts.commands;
  return (
    <Button
      {...props}
      appearance="subtle"
      icon={<MoreHorizontalRegular />}
      aria-haspopup="menu"
      aria-label={more}
      title={more}
    />
  );
}
