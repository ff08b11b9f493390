import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { formatUtc, formatWeekdayTime } from "../words/format.ts";
import { useSpoken } from "../words/use-words.ts";

const useStyles = makeStyles({
  box: {
    padding: tokens.spacingHorizontalM,
    flexShrink: 0,
    minHeight: "176px",
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  caption: { textAlign: "start", fontWeight: tokens.fontWeightSemibold },
  head: {
    textAlign: "start",
    verticalAlign: "bottom",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  time: { paddingRight: tokens.spacingHorizontalS, fontVariantNumeric: "tabular-nums" },
});

type NextTimesProps = {
  /** ISO 8601; undefined while the terms do not fit. */
  readonly next: readonly string[] | undefined;
  readonly timeZone: string;
};

/** When a schedule is due next: by the clock of its zone, and by that of the person where it is another. */
export function NextTimes({ next, timeZone }: NextTimesProps): ReactElement {
  const styles = useStyles();
  const { language, words } = useSpoken();
  const { form } = words.schedule;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = own === timeZone ? [timeZone] : [timeZone, own];
  if (next === undefined || timeZone === "") return <div className={styles.box}>{form.noNext}</div>;
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className={styles.caption}>{form.next}</caption>
        <thead>
          <tr>
            {zones.map((zone, index) => (
              <th key={zone} scope="col" className={styles.head}>
                {index === 0 ? zone : form.yours(zone)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {next.map((at) => (
            <tr key={at} title={formatUtc(at)}>
              {zones.map((zone) => (
                <td key={zone} className={styles.time}>
                  {formatWeekdayTime(language, at, zone)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
