import { makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { formatDateTime, formatRelative, formatUtc } from "../words/format.ts";
import { useSpoken } from "../words/use-words.ts";
import { useNow } from "./use-now.ts";

const redrawnEveryMs = 10_000;

const useStyles = makeStyles({ time: { whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" } });

type TimeProps = {
  /** ISO 8601; null is said as "Never". */
  readonly at: string | null;
  /** `ago` is the rule; `clock` is for schedules and reports, where the hour itself matters. */
  readonly face?: "ago" | "clock";
  /** IANA name, for `clock`; without it the zone of this machine. */
  readonly timeZone?: string;
};

/** A time: how long ago on the face; the local time and UTC in the title. */
export function Time({ at, face = "ago", timeZone }: TimeProps): ReactElement {
  const { language, words } = useSpoken();
  const { time } = useStyles();
  const now = useNow(redrawnEveryMs);
  if (at === null) return <span>{words.parts.time.never}</span>;
  const clock = formatDateTime(language, at, timeZone);
  return (
    <time className={time} dateTime={at} title={`${clock} · ${formatUtc(at)}`}>
      {face === "clock" ? clock : formatRelative(language, at, now)}
    </time>
  );
}
