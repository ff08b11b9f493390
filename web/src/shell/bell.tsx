import { makeStyles, tokens } from "@fluentui/react-components";
import { AlertRegular } from "@fluentui/react-icons/svg/alert";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useUnread } from "../api/notification.ts";
import { formatNumber } from "../words/format.ts";
import { useSpoken } from "../words/use-words.ts";

const useStyles = makeStyles({
  bell: {
    position: "relative",
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    width: "32px",
    height: "32px",
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  icon: { width: "20px", height: "20px" },
  count: {
    position: "absolute",
    top: "-2px",
    right: "-4px",
    minWidth: "16px",
    height: "16px",
    padding: "0 4px",
    boxSizing: "border-box",
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase100,
    lineHeight: "16px",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "center",
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorPaletteRedBackground3,
  },
});

/** Leads to the notifications, and says how many are unread. */
export function Bell(): ReactElement {
  const styles = useStyles();
  const { language, words } = useSpoken();
  const { count = 0, more = false } = useUnread().data ?? {};
  const text = more ? words.parts.list.atLeast(count) : formatNumber(language, count);
  const label = words.frame.bell.label(text);
  return (
    <Link to="/notifications" className={styles.bell} aria-label={label} title={label}>
      <AlertRegular className={styles.icon} />
      {count > 0 && (
        <span className={styles.count} aria-hidden>
          {count > 99 ? "99+" : text}
        </span>
      )}
    </Link>
  );
}
