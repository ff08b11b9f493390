import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

/** Says that documents could not be read, so that nobody takes what is shown for all there is. */
export function UnreadableBar({ count }: { readonly count: number }): ReactElement | null {
  const words = useWords().home;
  if (count === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{words.unreadable(count)}</MessageBarBody>
    </MessageBar>
  );
}
