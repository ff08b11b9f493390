/** When a timer fires: `next` is the first moment after `after`, in milliseconds since 1970, in UTC. */
export type TimerSchedule = { next(after: number): number };

type FieldRule = { readonly low: number; readonly high: number; readonly names?: readonly string[] };

const fieldRules: readonly FieldRule[] = [
  { low: 0, high: 59 },
  { low: 0, high: 59 },
  { low: 0, high: 23 },
  { low: 1, high: 31 },
  { low: 1, high: 12, names: ["", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] },
  { low: 0, high: 6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] },
];

/** Six NCRONTAB fields: second, minute, hour, day, month, weekday (a day must fit both day fields); five mean second 0. */
export function parseNcrontab(expression: string): TimerSchedule {
  const given = expression.trim().split(/\s+/);
  const fields = given.length === 5 ? ["0", ...given] : given;
  if (fields.length !== 6) throw new RangeError(`"${expression}" is not an NCRONTAB schedule: six fields are needed.`);
  const [seconds, minutes, hours, days, months, weekdays] = fieldRules.map((rule, i) =>
    parseField(fields[i] ?? "", rule),
  );
  if (!seconds || !minutes || !hours || !days || !months || !weekdays) throw new RangeError(expression);

  /** Moves `at` to the start of the next unit that may fit, or says that it fits. */
  function advance(at: Date): boolean {
    const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
    const [hour, minute] = [at.getUTCHours(), at.getUTCMinutes()];
    if (!months?.has(month + 1)) return moveTo(at, Date.UTC(year, month + 1));
    if (!days?.has(day) || !weekdays?.has(at.getUTCDay())) return moveTo(at, Date.UTC(year, month, day + 1));
    if (!hours?.has(hour)) return moveTo(at, Date.UTC(year, month, day, hour + 1));
    if (!minutes?.has(minute)) return moveTo(at, Date.UTC(year, month, day, hour, minute + 1));
    if (!seconds?.has(at.getUTCSeconds())) return moveTo(at, at.getTime() + 1000);
    return true;
  }

  return {
    next(after) {
      const at = new Date(Math.floor(after / 1000) * 1000 + 1000);
      const lastYear = at.getUTCFullYear() + 8; // a 29 February may be eight years away
      while (at.getUTCFullYear() <= lastYear) if (advance(at)) return at.getTime();
      throw new RangeError(`The schedule "${expression}" never occurs.`);
    },
  };
}

function moveTo(at: Date, ms: number): false {
  at.setTime(ms);
  return false;
}

function parseField(text: string, rule: FieldRule): ReadonlySet<number> {
  return new Set(text.split(",").flatMap((part) => parsePart(part, rule)));
}

function parsePart(part: string, rule: FieldRule): number[] {
  const [span = "", stepText] = part.split("/");
  const step = stepText === undefined ? 1 : Number(stepText);
  if (!Number.isInteger(step) || step < 1) throw new RangeError(`"${part}" has no valid step.`);
  const [first = "", last] = span.split("-");
  const low = span === "*" ? rule.low : parseValue(first, rule);
  const alone = stepText === undefined && span !== "*" ? low : rule.high;
  const high = last === undefined ? alone : parseValue(last, rule);
  if (high < low) throw new RangeError(`"${part}" ends before it begins.`);
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step);
}

function parseValue(text: string, rule: FieldRule): number {
  const named = rule.names?.indexOf(text.toLowerCase()) ?? -1;
  const value = named >= 0 && text !== "" ? named : Number(text || Number.NaN);
  if (Number.isInteger(value) && value >= rule.low && value <= rule.high) return value;
  throw new RangeError(`"${text}" is not between ${rule.low} and ${rule.high}.`);
}
