/** What a key holds: some text, or undefined when there is nothing. */
export type State = string | undefined;

type Line = { readonly sure: State; readonly doubt?: { readonly state: State } };

/** What was asked of a server and what it acknowledged, by key. One key is worked on by one writer at a time. */
export type Book = {
  /** Carries out a change of a key: until it is acknowledged the key may be in either state. */
  readonly change: (key: string, state: State, ask: () => Promise<unknown>) => Promise<void>;
  /** How many changes were acknowledged. */
  readonly acknowledged: () => number;
  /** Compares with what is there, and takes that for sure from now on. Answers a sentence for each contradiction. */
  readonly compare: (found: ReadonlyMap<string, string>) => string[];
};

export function makeBook(): Book {
  const lines = new Map<string, Line>();
  let acknowledged = 0;
  return {
    async change(key, state, ask) {
      lines.set(key, { sure: lines.get(key)?.sure, doubt: { state } });
      await ask();
      lines.set(key, { sure: state });
      acknowledged += 1;
    },
    acknowledged: () => acknowledged,
    compare(found) {
      const unasked = [...found.keys()].filter((key) => !lines.has(key)).map((key) => `${key}: nobody asked for it`);
      const wrong = [...lines].flatMap(([key, line]) => contradictionOf(key, line, found.get(key)) ?? []);
      for (const key of lines.keys()) lines.set(key, { sure: found.get(key) });
      return [...unasked, ...wrong];
    },
  };
}

function contradictionOf(key: string, { sure, doubt }: Line, found: State): string | undefined {
  if (found === sure || (doubt && found === doubt.state)) return undefined;
  const expected = doubt ? `${say(sure)} or, unanswered, ${say(doubt.state)}` : say(sure);
  return `${key}: expected ${expected}, found ${say(found)}`;
}

function say(state: State): string {
  return state === undefined ? "nothing" : `"${state.slice(0, 60)}"`;
}
