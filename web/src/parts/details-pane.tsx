import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { type ReactElement, type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "../words/use-words.ts";
import { usePageKey } from "./page-keys.ts";

const useStyles = makeStyles({
  pane: {
    flex: "0 0 min(480px, 45%)",
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    minWidth: 0,
    maxHeight: "max(280px, calc(100dvh - 200px))",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    "@media (max-width: 900px)": { flex: "1 1 100%", maxHeight: "none" },
  },
  head: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  heading: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  body: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    overflowY: "auto",
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
});

type DetailsPaneProps = {
  readonly title: string;
  /** What the pane shows, usually the id in `?open=`: when it changes, the heading takes the focus. */
  readonly subject: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Details of a row beside its list, inside a `PaneLayout`. Esc closes it, and the focus goes back to where it came from. */
export function DetailsPane({ title, subject, onClose, children }: DetailsPaneProps): ReactElement {
  const styles = useStyles();
  const { pane } = useWords().parts;
  const id = useId();
  const heading = useBorrowedFocus(subject);
  usePageKey("Escape", onClose);
  return (
    <section className={styles.pane} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.heading} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={pane.close}
          title={pane.close}
          onClick={onClose}
        />
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

/** Takes the focus for the heading, and gives it back at the end unless somebody moved it meanwhile. */
function useBorrowedFocus(subject: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const lender = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject borrows anew
  useEffect(() => {
    const pane = heading.current?.closest("section");
    if (!pane?.contains(document.activeElement)) lender.current = document.activeElement;
    heading.current?.focus();
  }, [subject]);
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && lender.current instanceof HTMLElement && lender.current.isConnected) lender.current.focus();
    },
    [],
  );
  return heading;
}
