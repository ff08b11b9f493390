import type { Words } from "../words/words.ts";

/** How often a schedule may be due by hours: only what divides a day is evenly far apart. */
export const hourSteps = [1, 2, 3, 4, 6, 8, 12] as const;

export type When =
  | { readonly kind: "daily" | "weekdays"; readonly time: string }
  | { readonly kind: "hours"; readonly every: number }
  | { readonly kind: "own"; readonly cron: string };

const atTime = /^(?<minute>\d{1,2}) (?<hour>\d{1,2}) \* \* (?<days>\*|1-5|mon-fri)$/i;
const byHours = /^0 \*(?:\/(?<every>\d{1,2}))? \* \* \*$/;

/** A cron expression as a person would say it; `own` where there is no short way to. */
export function toWhen(cron: string): When {
  const text = cron.trim().replaceAll(/\s+/g, " ");
  const { minute, hour, days } = atTime.exec(text)?.groups ?? {};
  if (minute !== undefined && hour !== undefined) {
    return { kind: days === "*" ? "daily" : "weekdays", time: `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}` };
  }
  const match = byHours.exec(text);
  const every = hourSteps.find((step) => step === Number(match?.groups?.["every"] ?? 1));
  return match && every !== undefined ? { kind: "hours", every } : { kind: "own", cron };
}

/** The cron expression of what was chosen; an empty text while there is no time yet. */
export function toCron(when: When): string {
  if (when.kind === "own") return when.cron.trim();
  if (when.kind === "hours") return `0 */${when.every} * * *`;
  const [hour, minute] = when.time.split(":").map(Number);
  if (hour === undefined || minute === undefined) return "";
  return `${minute} ${hour} * * ${when.kind === "daily" ? "*" : "1-5"}`;
}

export function whenInWords(cron: string, { schedule }: Words): string {
  const when = toWhen(cron);
  if (when.kind === "own") return when.cron;
  return when.kind === "hours" ? schedule.when.hours(when.every) : schedule.when[when.kind](when.time);
}
