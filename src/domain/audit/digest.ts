import { z } from "zod";
import { hashOfText } from "../hash/hash-of-text.ts";
import { canonicalJson } from "../json/canonical-json.ts";

/** An entry as it is sealed: the canonical text of all that is stored of it, without its digest. */
export type SealableEntry = { readonly id: string; readonly at: string; readonly text: string };

const boundarySchema = z.object({ id: z.string(), at: z.string() });

/** The first line of a digest. `before` is the hash of the digest before it; empty in the first one. */
const firstLineSchema = z.object({
  number: z.int().min(1),
  before: z.string(),
  count: z.int().min(1),
  first: boundarySchema,
  last: boundarySchema,
});

/** Entries that were sealed together, proven by the hash that the next digest, or the head, keeps of the text. */
export type Digest = z.infer<typeof firstLineSchema> & {
  readonly entries: readonly SealableEntry[];
  /** Of the whole text. */
  readonly hash: string;
};

/** The newest digest of a tenant, as its database knows it. */
export const digestHeadSchema = z.object({ number: z.int().min(0), hash: z.string() });

export type DigestHead = Readonly<z.infer<typeof digestHeadSchema>>;

/** Where nothing was sealed yet. */
export const noDigest: DigestHead = { number: 0, hash: "" };

/** So many entries and the head are one transaction (azure-services.md 1). */
export const entriesADigest = 99;

/** The text of the digest that follows another one: a head, and one line for each of one entry and more, in order. */
export function toDigestText(after: DigestHead, entries: readonly SealableEntry[]): string {
  const sorted = entries.toSorted(inOrder);
  const first = boundarySchema.parse(sorted[0]);
  const last = boundarySchema.parse(sorted.at(-1));
  const head = { number: after.number + 1, before: after.hash, count: sorted.length, first, last };
  return `${[canonicalJson(head), ...sorted.map(({ text }) => text)].join("\n")}\n`;
}

/** Reads a digest back; undefined when its text is none. */
export function parseDigest(text: string): Digest | undefined {
  try {
    const [head = "", ...lines] = text.split("\n").slice(0, -1);
    const entries = lines.map((line) => ({ ...boundarySchema.parse(JSON.parse(line)), text: line }));
    const parsed = firstLineSchema.parse(JSON.parse(head));
    return parsed.count === entries.length ? { ...parsed, entries, hash: hashOfText(text) } : undefined;
  } catch {
    return undefined;
  }
}

/** By time, and by id within one moment. */
export function inOrder(one: SealableEntry, other: SealableEntry): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
