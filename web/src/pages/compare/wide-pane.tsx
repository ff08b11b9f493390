import { makeStyles } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { PaneLayout } from "../../parts/pane-layout.tsx";

const useStyles = makeStyles({
  // Here the details are what one reads; the list beside them is where one chooses.
  wide: { minWidth: 0, "@media (min-width: 901px)": { "& > div > section": { flexBasis: "62%" } } },
});

type WidePaneProps = { readonly pane: ReactNode; readonly children: ReactNode };

/** A list with details at the right that take more of the page than it. */
export function WidePane({ pane, children }: WidePaneProps): ReactElement {
  return (
    <div className={useStyles().wide}>
      <PaneLayout pane={pane}>{children}</PaneLayout>
    </div>
  );
}
