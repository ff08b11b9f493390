import type { Canary } from "./canary.ts";

/** Where marks are looked for. In each but the log those of one's own must be found, or the search proves nothing. */
export type Place =
  | "answers"
  | "exports"
  | "notifications"
  | "documents"
  | "blob paths"
  | "blobs"
  | "messages"
  | "telemetry records"
  | "log lines";

export type MarksFound = ReturnType<typeof makeMarksFound>;

/** Looks for marks of canaries in texts, and keeps what is where it must not be. */
export function makeMarksFound(canaries: readonly Canary[]) {
  const contradictions: string[] = [];
  const places = new Map<Place, { texts: number; ownMarks: number }>();
  const marksIn = (text: string): readonly Canary[] => canaries.filter(({ mark }) => text.includes(mark));
  const count = (place: Place, isOwn: boolean): void => {
    const { texts, ownMarks } = places.get(place) ?? { texts: 0, ownMarks: 0 };
    places.set(place, { texts: texts + 1, ownMarks: ownMarks + (isOwn ? 1 : 0) });
  };
  return {
    contradictions,
    /** A text of somebody who may see these tenants, and no other; `what` says which text it is. */
    lookIn: (place: Place, text: string, may: readonly Canary[], what: string): void => {
      const found = marksIn(text.toLowerCase());
      const foreign = found.filter((each) => !may.includes(each));
      count(place, found.length > foreign.length);
      if (foreign.length > 0)
        contradictions.push(`${place}: ${what} has ${foreign.map(({ mark }) => mark).join()}: ${shown(text, foreign)}`);
    },
    /** A text for those who run the product: it names one tenant at most, by its id, and nothing that is in one. */
    lookInTold: (place: Place, text: string): void => {
      const named = canaries.filter(({ id }) => text.includes(id));
      const bare = named.reduce((left, { id }) => left.replaceAll(id, ""), text);
      const inside = marksIn(bare.toLowerCase());
      count(place, named.length > 0);
      if (named.length > 1) contradictions.push(`${place}: two tenants in ${text.slice(0, 1_000)}`);
      if (inside.length > 0) contradictions.push(`${place}: what is in a tenant: ${shown(bare, inside)}`);
    },
    /** How much was looked through, and places where nothing was there to be found. */
    summary: () => {
      const did = [...places]
        .map(([place, { texts, ownMarks }]) => `${texts} ${place} (${ownMarks} with marks)`)
        .join(", ");
      const blind = [...places].filter(([place, { ownMarks }]) => ownMarks === 0 && place !== "log lines");
      return { did, blind: blind.map(([place]) => `${place}: no mark was there at all`) };
    },
  };
}

function shown(text: string, [first]: readonly Canary[]): string {
  const at = text.toLowerCase().indexOf(first?.mark ?? "");
  return text.slice(Math.max(0, at - 300), at + 300);
}
