import { MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { AppLink } from "../../parts/app-link.tsx";
import { useWords } from "../../words/use-words.ts";

// Within a text colour alone does not tell a link.
const useStyles = makeStyles({ link: { textDecorationLine: "underline" } });

/** What the inventory can tell and what it cannot, and the one thing that helps. */
export function LiveNote({ tenantId }: { readonly tenantId: string }): ReactElement {
  const { live } = useWords().compare;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {live.text}{" "}
        <AppLink className={useStyles().link} href={`/tenants/${tenantId}/snapshots?open=take`}>
          {live.take}
        </AppLink>
      </MessageBarBody>
    </MessageBar>
  );
}
