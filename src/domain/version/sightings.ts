import type { Entry } from "../snapshot/entry.ts";
import { isOutdated, type TypeReading } from "./last-readings.ts";
import type { ObjectRef } from "./object-version.ts";

/** What a snapshot saw of an object that may be another than it was: it is there, or it is not (`entry` null). */
export type Sighting = ObjectRef & {
  readonly entry: Entry | null;
  readonly name: string;
  readonly formId: string | undefined;
  /** From when on, and until when, this was so at the latest (ISO 8601 UTC): of what is there both are one reading. */
  readonly from: string;
  readonly at: string;
  /** The reading before; null where nobody had looked. */
  readonly notBefore: string | null;
};

/**
 * What of a type may have changed since its last readings: objects that one of them lacks or has with other bytes, and
 * those that a whole reading lacks. What a last reading saw later is left out.
 */
export function sightingsOf(type: string, reading: TypeReading, lasts: readonly TypeReading[]): Sighting[] {
  if (isOutdated(reading, lasts)) return [];
  const others = lasts.filter(({ snapshotId }) => snapshotId !== reading.snapshotId);
  return [...present(type, reading, others), ...(reading.isWhole ? absent(type, reading, others) : [])];
}

function present(type: string, { entries, formId }: TypeReading, lasts: readonly TypeReading[]): Sighting[] {
  return [...entries.values()].flatMap((entry) => {
    const before = entriesIn(lasts, entry.id);
    const isSame =
      before.length === lasts.length && before.every(({ payloadHash }) => payloadHash === entry.payloadHash);
    const isLate = before.some(({ readAt }) => readAt >= entry.readAt);
    if ((isSame && lasts.length > 0) || isLate) return [];
    const ref = { type, objectId: entry.id, name: entry.name, entry, formId };
    const notBefore = latest(before.map(({ readAt }) => readAt)) ?? latest(wholeFrom(lasts, entry.readAt));
    return [{ ...ref, from: entry.readAt, at: entry.readAt, notBefore }];
  });
}

function absent(type: string, { entries, window }: TypeReading, lasts: readonly TypeReading[]): Sighting[] {
  const known = new Set(lasts.flatMap((last) => [...last.entries.keys()]));
  return [...known].flatMap((objectId) => {
    if (entries.has(objectId)) return [];
    const before = entriesIn(lasts, objectId).toSorted((a, b) => (a.readAt < b.readAt ? 1 : -1));
    const [last] = before;
    if (!last || last.readAt >= window.from) return [];
    const ref = { type, objectId, name: last.name, entry: null, formId: undefined };
    return [{ ...ref, from: window.from, at: window.to, notBefore: last.readAt }];
  });
}

function entriesIn(readings: readonly TypeReading[], objectId: string): Entry[] {
  return readings.flatMap(({ entries }) => entries.get(objectId) ?? []);
}

/** When whole readings began that ended before a time: what they lack was not there then. */
function wholeFrom(readings: readonly TypeReading[], before: string): string[] {
  return readings.filter(({ isWhole, window }) => isWhole && window.to <= before).map(({ window }) => window.from);
}

function latest(times: readonly string[]): string | null {
  return times.toSorted().at(-1) ?? null;
}
