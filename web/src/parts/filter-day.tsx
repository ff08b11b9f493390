import { Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  day: { width: "fit-content", maxWidth: "100%" },
  label: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
});

type FilterDayProps = {
  readonly label: string;
  /** `2026-11-30`. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
};

/** A day, by the browser's own calendar. */
export function FilterDay({ label, value = "", onChange }: FilterDayProps): ReactElement {
  const styles = useStyles();
  return (
    <Input
      className={styles.day}
      type="date"
      aria-label={label}
      contentBefore={<span className={styles.label}>{label}</span>}
      value={value}
      onChange={(_, data) => onChange(data.value === "" ? undefined : data.value)}
    />
  );
}
