const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * The first name that an object of a JSON text has twice; undefined when there is none. JSON.parse takes the last one, others
 * the first: who checks and who uses such a text may see two different ones (RFC 8259 4). The text must be valid JSON.
 */
export function findRepeatedKey(text: string): string | undefined {
  const open: (Set<string> | null)[] = [];
  let last = "";
  for (const [found] of text.matchAll(token)) {
    if (found === "{") open.push(new Set());
    if (found === "[") open.push(null);
    if (found === "}" || found === "]") open.pop();
    // A colon stands after a name and nowhere else.
    const names = open.at(-1);
    if (found === ":" && names) {
      const name = String(JSON.parse(last));
      if (names.has(name)) return name;
      names.add(name);
    }
    last = found;
  }
  return undefined;
}
