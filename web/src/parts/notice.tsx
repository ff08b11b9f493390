import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({
  notice: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: "center",
    color: tokens.colorNeutralForeground2,
    "& p": { margin: 0, maxWidth: "60ch", overflowWrap: "anywhere" },
  },
  sign: { fontSize: "40px", lineHeight: "40px", color: tokens.colorNeutralForeground3 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "center",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
});

type NoticeProps = {
  readonly sign: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Announced at once when it appears. For failures only. */
  readonly alert?: boolean;
};

/** What stands where a list or a page would be. */
export function Notice({ sign, title, children, actions, alert = false }: NoticeProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.notice} role={alert ? "alert" : undefined}>
      <span className={styles.sign} aria-hidden="true">
        {sign}
      </span>
      <h2 className={styles.title}>{title}</h2>
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
