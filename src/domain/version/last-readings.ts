import type { Entry } from "../snapshot/entry.ts";
import type { Manifest } from "../snapshot/snapshot.ts";

/** Whether a complete listing of a type shows all of its objects, so that what is absent is gone. */
export type IsListedWhole = (type: string) => boolean;

/** One type as one snapshot read it. */
export type TypeReading = {
  readonly snapshotId: string;
  /** First and last read of the whole snapshot (ISO 8601 UTC). */
  readonly window: Manifest["window"];
  /** Whether what is absent was not there. */
  readonly isWhole: boolean;
  /** Whether some reading of this type may be whole. */
  readonly isListed: boolean;
  readonly formId: string | undefined;
  /** By object id. */
  readonly entries: ReadonlyMap<string, Entry>;
};

/** What a manifest says of each type that it read, by type. A type that was not read, or not licensed, says nothing. */
export function readingsOf(manifest: Manifest, isListedWhole: IsListedWhole): Map<string, TypeReading> {
  const byType = Map.groupBy(manifest.entries, ({ type }) => type);
  const read = manifest.types.filter(({ typeState }) => typeState.state !== "not_licensed");
  return new Map(
    read.map(({ type, typeState, formId }) => [
      type,
      {
        snapshotId: manifest.snapshotId,
        window: manifest.window,
        isWhole: typeState.state === "complete" && isListedWhole(type),
        isListed: isListedWhole(type),
        formId,
        entries: new Map(byType.get(type)?.map((entry) => [entry.id, entry])),
      },
    ]),
  );
}

/** Whether one reading ended before the other began: of such that overlap no one is the later. */
function isBefore(a: TypeReading, b: TypeReading): boolean {
  return a.window.to < b.window.from;
}

/** Whether a reading comes too late: all of the type was read since. */
export function isOutdated(reading: TypeReading, lasts: readonly TypeReading[]): boolean {
  return lasts.some((last) => last.isWhole && isBefore(reading, last));
}

/**
 * The last readings of a type once another one is in. A whole one replaces those before it, one with gaps only others with
 * gaps of whose objects it has all: what it lacks may be gone, which nobody would look for. Those that overlap stay side by
 * side, because each may hold the later reading of some object.
 */
function withReading(lasts: readonly TypeReading[], reading: TypeReading): TypeReading[] {
  if (isOutdated(reading, lasts)) return [...lasts];
  return [...lasts.filter((last) => !isBefore(last, reading) || tellsMore(last, reading)), reading];
}

function tellsMore(last: TypeReading, { isWhole, entries }: TypeReading): boolean {
  if (isWhole || !last.isListed) return false;
  return last.isWhole || [...last.entries.keys()].some((id) => !entries.has(id));
}

/** The last readings of each type after these snapshots, in the order in which they came in. */
export function lastReadings(all: readonly ReadonlyMap<string, TypeReading>[]): Map<string, TypeReading[]> {
  const lasts = new Map<string, TypeReading[]>();
  for (const readings of all) {
    for (const [type, reading] of readings) lasts.set(type, withReading(lasts.get(type) ?? [], reading));
  }
  return lasts;
}
