import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { NavigationRegular } from "@fluentui/react-icons/svg/navigation";
import { Link } from "@tanstack/react-router";
import type { ReactElement, ReactNode } from "react";
import { useWords } from "../words/use-words.ts";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    height: "48px",
    flexShrink: 0,
    padding: "0 8px 0 12px",
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  toggle: { display: "none", "@media (max-width: 800px)": { display: "inline-flex" } },
  product: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    textDecoration: "none",
    padding: "4px",
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  end: { marginInlineStart: "auto", display: "flex", alignItems: "center", gap: "4px", minWidth: 0 },
});

export type TopBarProps = {
  readonly navigationOpen: boolean;
  readonly onToggleNavigation: () => void;
  readonly children: ReactNode;
};

/** Product, then what the page's frame offers at the right: tenant, notifications, person. */
export function TopBar({ navigationOpen, onToggleNavigation, children }: TopBarProps): ReactElement {
  const styles = useStyles();
  const { frame } = useWords();
  return (
    <header className={styles.bar}>
      <Button
        className={styles.toggle}
        appearance="subtle"
        icon={<NavigationRegular />}
        aria-label={frame.openNavigation}
        aria-expanded={navigationOpen}
        aria-controls="navigation"
        onClick={onToggleNavigation}
      />
      <Link to="/" className={styles.product}>
        {frame.product}
      </Link>
      <div className={styles.end}>{children}</div>
    </header>
  );
}
