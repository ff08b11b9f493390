import type { Schedule } from "../api/operations.ts";
import type { NewSchedule } from "../api/schedule.ts";
import { oneOf } from "../parts/address.ts";
import { toCron, toWhen, type When } from "./schedule-when.ts";

/** What is typed into the form of a schedule. */
export type TypedTerms = {
  readonly preset: string;
  readonly time: string;
  readonly every: string;
  readonly cron: string;
  /** Empty: the tenant's. */
  readonly timeZone: string;
  readonly jitter: string;
  readonly types: readonly string[];
  readonly allTypes: boolean;
  readonly promises: boolean;
  readonly promiseHours: string;
  readonly missedSlots: string;
};

export const presets = ["daily", "weekdays", "hours", "own"] as const;
export const missedSlots = ["run_latest", "skip"] as const;

const fresh: TypedTerms = {
  preset: "daily",
  time: "02:00",
  every: "6",
  cron: "0 2 * * *",
  timeZone: "",
  jitter: "30",
  types: [],
  allTypes: true,
  promises: true,
  promiseHours: "26",
  missedSlots: "run_latest",
};

/** The form of a schedule as it stands, or of a new one. */
export function toTyped(schedule: Schedule | undefined): TypedTerms {
  if (schedule === undefined) return fresh;
  const when = toWhen(schedule.cron);
  return {
    preset: when.kind,
    time: "time" in when ? when.time : fresh.time,
    every: when.kind === "hours" ? String(when.every) : fresh.every,
    cron: schedule.cron,
    timeZone: schedule.timeZone,
    jitter: String(schedule.jitterMinutes),
    types: schedule.types ?? [],
    allTypes: schedule.types === null,
    promises: schedule.promiseHours !== null,
    promiseHours: String(schedule.promiseHours ?? fresh.promiseHours),
    missedSlots: schedule.missedSlots,
  };
}

export function cronOf(typed: TypedTerms): string {
  return toCron(whenOf(typed));
}

function whenOf({ preset, time, every, cron }: TypedTerms): When {
  const kind = oneOf(presets, preset) ?? "own";
  if (kind === "own") return { kind, cron };
  return kind === "hours" ? { kind, every: Number(every) } : { kind, time };
}

/** What the API is asked to make; it judges each field, so what is no number goes as it is. */
export function toTerms(typed: TypedTerms): NewSchedule {
  const missed = oneOf(missedSlots, typed.missedSlots);
  return {
    cron: cronOf(typed),
    ...(typed.timeZone !== "" && { timeZone: typed.timeZone }),
    jitterMinutes: Number(typed.jitter),
    types: typed.allTypes ? null : typed.types,
    promiseHours: typed.promises ? Number(typed.promiseHours) : null,
    ...(missed !== undefined && { missedSlots: missed }),
  };
}

/** Those terms that differ from the schedule's: what somebody else changed meanwhile stays. */
export function changedTerms(before: TypedTerms, typed: TypedTerms): Partial<NewSchedule> {
  const was = new Map<string, unknown>(Object.entries(toTerms(before)));
  const differs = ([name, value]: [string, unknown]): boolean =>
    JSON.stringify(was.get(name)) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(toTerms(typed)).filter(differs));
}
