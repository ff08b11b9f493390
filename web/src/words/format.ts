/** British order and a 24 hour clock, with months in words: nobody takes the day for the month. */
const locales = { en: "en-GB", de: "de-DE" } as const;

/** Said here, not imported: the words are made with these formats, and what loads a language imports the words. */
type Language = keyof typeof locales;

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** What fits `Intl.RelativeTimeFormat`, the largest first; the number is milliseconds. */
const units = [
  ["year", 365 * day],
  ["month", 30 * day],
  ["day", day],
  ["hour", hour],
  ["minute", minute],
  ["second", second],
] as const;

/** Clocks of server and browser differ: what is this close is "now", never "in 2 seconds". Milliseconds. */
const nearlyNow = 5 * second;

export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/** `part` of 1 as whole percent. */
export function formatPercent(language: Language, part: number): string {
  return new Intl.NumberFormat(locales[language], { style: "percent", maximumFractionDigits: 0 }).format(part);
}

/** Day and time on this machine's clock, or that of `timeZone` (IANA). `at` is ISO 8601 or epoch milliseconds. */
export function formatDateTime(language: Language, at: string | number, timeZone?: string): string {
  return dateFormat(language, { dateStyle: "medium", timeStyle: "short", ...zone(timeZone) }).format(new Date(at));
}

/** Day of the week, day and time in a zone (IANA), or on this machine's clock; without the year, for times near by. */
export function formatWeekdayTime(language: Language, at: string, timeZone?: string): string {
  const face = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;
  return dateFormat(language, { ...face, ...zone(timeZone) }).format(new Date(at));
}

export function formatDay(language: Language, at: string | number, timeZone?: string): string {
  return dateFormat(language, { dateStyle: "medium", ...zone(timeZone) }).format(new Date(at));
}

/** Hours, minutes and seconds. */
export function formatClock(language: Language, at: string | number, timeZone?: string): string {
  return dateFormat(language, { timeStyle: "medium", ...zone(timeZone) }).format(new Date(at));
}

/** The same in every language, for titles and reports: `2026-11-30 14:02:11 UTC`. */
export function formatUtc(at: string | number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** "3 hours ago", "in 2 days". Both times are ISO 8601 or epoch milliseconds. */
export function formatRelative(language: Language, at: string | number, now: string | number): string {
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: "auto" });
  const distance = new Date(at).getTime() - new Date(now).getTime();
  if (Math.abs(distance) < nearlyNow) return format.format(0, "second");
  const [unit, size] = units.find(([, size]) => Math.abs(distance) >= size) ?? ["second", second];
  return format.format(Math.trunc(distance / size), unit);
}

/** The two largest units: "2 min 5 sec"; below a second "0.4 sec". */
export function formatDuration(language: Language, milliseconds: number): string {
  if (milliseconds < second) return inUnit(language, Math.round(milliseconds / 100) / 10, "second");
  const sizes = [
    ["day", day],
    ["hour", hour],
    ["minute", minute],
    ["second", second],
  ] as const;
  const first = Math.max(
    0,
    sizes.findIndex(([, size]) => milliseconds >= size),
  );
  const shown = sizes.slice(first, first + 2).map(([unit, size], index) => {
    const larger = index === 0 ? Number.POSITIVE_INFINITY : (sizes[first]?.[1] ?? size);
    return [unit, Math.floor((milliseconds % larger) / size)] as const;
  });
  const parts = shown.filter(([, count], index) => index === 0 || count > 0);
  return parts.map(([unit, count]) => inUnit(language, count, unit)).join(" ");
}

/** The text for a number by the rules of the language. */
export function plural(language: Language, count: number, texts: { one: string; other: string }): string {
  const text = new Intl.PluralRules(locales[language]).select(count) === "one" ? texts.one : texts.other;
  return `${formatNumber(language, count)} ${text}`;
}

const sizes = ["kilobyte", "megabyte", "gigabyte"] as const;

/** Bytes in the largest unit of thousands that leaves at least one: "1.4 MB"; few of them are "0.3 kB". */
export function formatSize(language: Language, bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1_000)) / 3), sizes.length) - 1;
  const options = {
    style: "unit",
    unit: sizes[step] ?? "kilobyte",
    unitDisplay: "short",
    maximumFractionDigits: 1,
  } as const;
  return new Intl.NumberFormat(locales[language], options).format(bytes / 1_000 ** (step + 1));
}

/** "a, b and c". */
export function formatList(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: "conjunction" }).format(items);
}

function inUnit(language: Language, count: number, unit: string): string {
  return new Intl.NumberFormat(locales[language], { style: "unit", unit, unitDisplay: "short" }).format(count);
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locales[language], options);
}

function zone(timeZone: string | undefined): Intl.DateTimeFormatOptions {
  return timeZone === undefined ? {} : { timeZone };
}
