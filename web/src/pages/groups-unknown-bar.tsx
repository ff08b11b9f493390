import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useMe } from "../api/me.ts";
import { useWords } from "../words/use-words.ts";

/** Says to who is in too many groups that roles by a group do not count: that is why tenants or rights are not there. */
export function GroupsUnknownBar(): ReactElement | null {
  const { data: me } = useMe();
  const { unknown } = useWords().groups;
  if (!me?.groupsUnknown) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{unknown.title}</MessageBarTitle> {unknown.text}
      </MessageBarBody>
    </MessageBar>
  );
}
