import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXL, minWidth: 0 },
});

/** Header and sections of a page below each other. */
export function PageBody({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={useStyles().body}>{children}</div>;
}
