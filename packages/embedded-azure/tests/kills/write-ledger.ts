/** What a key holds: some text, or undefined when there is nothing. */
export type State = string | undefined;

type Entry = { readonly confirmed: State; readonly pending?: { readonly state: State } };

/** What was asked of a server and what it acknowledged, by key. One key is worked on by one writer at a time. */
export type WriteLedger = {
  /** Carries out a change of a key: until it is acknowledged the key may be in either state. */
  readonly change: (key: string, state: State, ask: () => Promise<unknown>) => Promise<void>;
  /** How many changes were acknowledged. */
  readonly acknowledged: () => number;
  /** Compares with what is there, and takes that for confirmed from now on. Answers a sentence for each contradiction. */
  readonly compare: (found: ReadonlyMap<string, string>) => string[];
};

export function makeWriteLedger(): WriteLedger {
  const entries = new Map<string, Entry>();
  let acknowledged = 0;
  return {
    async change(key, state, ask) {
      entries.set(key, { confirmed: entries.get(key)?.confirmed, pending: { state } });
      await ask();
      entries.set(key, { confirmed: state });
      acknowledged += 1;
    },
    acknowledged: () => acknowledged,
    compare(found) {
      const unasked = [...found.keys()].filter((key) => !entries.has(key)).map((key) => `${key}: nobody asked for it`);
      const wrong = [...entries].flatMap(([key, entry]) => contradictionOf(key, entry, found.get(key)) ?? []);
      for (const key of entries.keys()) entries.set(key, { confirmed: found.get(key) });
      return [...unasked, ...wrong];
    },
  };
}

function contradictionOf(key: string, { confirmed, pending }: Entry, found: State): string | undefined {
  if (found === confirmed || (pending && found === pending.state)) return undefined;
  const expected = pending ? `${quoted(confirmed)} or, unanswered, ${quoted(pending.state)}` : quoted(confirmed);
  return `${key}: expected ${expected}, found ${quoted(found)}`;
}

function quoted(state: State): string {
  return state === undefined ? "nothing" : `"${state.slice(0, 60)}"`;
}
