import { z } from "zod";

/** A cron expression as sets: what a local time must be to be a slot. */
export type Cron = {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly daysOfMonth: ReadonlySet<number>;
  /** 1 to 12. */
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly daysOfWeek: ReadonlySet<number>;
  /** The hour field begins with a star: slots follow elapsed time, not named times of the day. */
  readonly everyHour: boolean;
  /** Both day fields are restricted: a day fits when either does, as cron has always had it. */
  readonly eitherDay: boolean;
};

const minutesOfDay = 24 * 60;

/** Minutes between the two slots that are nearest to each other, by the clock: of one day, or of a day and the next. */
export function minMinutesApart({ hours, minutes }: Cron): number {
  const slots = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
  const first = slots[0] ?? 0;
  const gaps = slots.map((slot, position) => (slots[position + 1] ?? first + minutesOfDay) - slot);
  return Math.min(...gaps);
}

type Field = { readonly name: string; readonly min: number; readonly max: number; readonly names: readonly string[] };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const fields = {
  minute: { name: "minute", min: 0, max: 59, names: [] },
  hour: { name: "hour", min: 0, max: 23, names: [] },
  dayOfMonth: { name: "day of month", min: 1, max: 31, names: [] },
  month: { name: "month", min: 1, max: 12, names: months },
  // 7 is Sunday too.
  dayOfWeek: { name: "day of week", min: 0, max: 7, names: days },
} as const satisfies Record<string, Field>;

/**
 * Reads five fields: minute, hour, day of month, month, day of week; each a star, numbers, English short names, ranges,
 * steps and lists of those. Throws an Error whose message names the field that is wrong.
 */
export function parseCron(text: string): Cron {
  const [minute, hour, dayOfMonth, month, dayOfWeek, ...more] = text.trim().toLowerCase().split(/\s+/);
  if (!minute || !hour || !dayOfMonth || !month || !dayOfWeek || more.length > 0) {
    throw new Error("a cron expression has five fields: minute hour day-of-month month day-of-week");
  }
  return {
    minutes: parseField(minute, fields.minute),
    hours: parseField(hour, fields.hour),
    daysOfMonth: new Set(parseField(dayOfMonth, fields.dayOfMonth)),
    months: new Set(parseField(month, fields.month)),
    daysOfWeek: new Set(parseField(dayOfWeek, fields.dayOfWeek).map((day) => day % 7)),
    everyHour: hour.startsWith("*"),
    eitherDay: !dayOfMonth.startsWith("*") && !dayOfWeek.startsWith("*"),
  };
}

function parseField(text: string, field: Field): number[] {
  const values = text.split(",").flatMap((item) => parseItem(item, field));
  return [...new Set(values)].sort((a, b) => a - b);
}

const itemForm = /^(?<from>\*|[0-9a-z]+)(?:-(?<to>[0-9a-z]+))?(?:\/(?<step>[0-9]{1,2}))?$/;

function parseItem(item: string, field: Field): number[] {
  const { from, to, step } = item.match(itemForm)?.groups ?? {};
  if (from === undefined || (from === "*" && to !== undefined)) throw fieldError(field, item);
  const start = from === "*" ? field.min : parseValue(from, field);
  const end = endOf(from, to, step, field);
  const stride = step === undefined ? 1 : Number(step);
  if (stride < 1 || end < start) throw fieldError(field, item);
  const length = Math.floor((end - start) / stride) + 1;
  return Array.from({ length }, (_, position) => start + position * stride);
}

/** `5/10` means from 5 to the field's end, as `5-59/10` does. */
function endOf(from: string, to: string | undefined, step: string | undefined, field: Field): number {
  if (to !== undefined) return parseValue(to, field);
  return from === "*" || step !== undefined ? field.max : parseValue(from, field);
}

function parseValue(text: string, field: Field): number {
  const named = field.names.indexOf(text);
  const value = named >= 0 ? named + field.min : Number(text);
  if (!Number.isInteger(value) || value < field.min || value > field.max) throw fieldError(field, text);
  return value;
}

function fieldError({ name, min, max }: Field, text: string): Error {
  return new Error(`${name} must be ${min} to ${max}, a range, a step or a list of those; it is ${text}`);
}

/** A cron expression as text that can be read. */
export const cronSchema = z
  .string()
  .max(200)
  .superRefine((text, context) => {
    try {
      parseCron(text);
    } catch (error) {
      context.addIssue({ code: "custom", message: error instanceof Error ? error.message : "is no cron expression" });
    }
  });
