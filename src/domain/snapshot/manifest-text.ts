import { hashOfText } from "../hash/hash-of-text.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import { compareEntries, entrySchema } from "./entry.ts";
import { type Manifest, manifestSchema } from "./snapshot.ts";

/**
 * A manifest as NDJSON: the head, one line per entry in order of type and id, and a last line with the root hash over
 * all lines before it. Equal content gives equal bytes, so the hash proves the whole.
 */
export function toManifestText(manifest: Manifest): { text: string; rootHash: string } {
  const { entries, ...head } = manifest;
  const lines = [canonicalJson(head), ...entries.toSorted(compareEntries).map((entry) => canonicalJson(entry))];
  const body = `${lines.join("\n")}\n`;
  const rootHash = hashOfText(body);
  return { text: `${body}${canonicalJson({ rootHash })}\n`, rootHash };
}

/** The root hash of a manifest; undefined when a byte of its text is missing or different. */
export function rootHashIn(text: string): string | undefined {
  const endOfBody = text.lastIndexOf("\n", text.length - 2) + 1;
  const rootHash = hashOfText(text.slice(0, endOfBody));
  return text.slice(endOfBody) === `${canonicalJson({ rootHash })}\n` ? rootHash : undefined;
}

/** Reads a manifest back and proves it against its own root hash. Throws when a byte is missing or different. */
export function parseManifestText(text: string): { manifest: Manifest; rootHash: string } {
  const rootHash = rootHashIn(text);
  if (rootHash === undefined) throw new Error("The manifest does not match its root hash.");
  const [head = "", ...entries] = text.split("\n").slice(0, -2);
  const parsed = entries.map((line) => entrySchema.parse(JSON.parse(line)));
  return { manifest: manifestSchema.parse({ ...JSON.parse(head), entries: parsed }), rootHash };
}
