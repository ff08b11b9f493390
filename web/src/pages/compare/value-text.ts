import { formatNumber } from "../../words/format.ts";
import type { Spoken } from "../../words/use-words.ts";

/** A value of a change for people: a secret shows nothing, and what the API left out says how long it is. */
export function valueText(value: unknown, { language, words }: Spoken): string {
  const { notSet, long, secretKept } = words.compare;
  if (value === null || value === undefined) return notSet;
  if (typeof value === "string") return value;
  if (typeof value === "number") return formatNumber(language, value);
  if (typeof value !== "object") return JSON.stringify(value);
  const members = new Map<string, unknown>(Object.entries(value));
  if (members.size === 1 && members.has("secret")) return secretKept;
  const length = members.get("length");
  if (members.size === 2 && members.has("hash") && typeof length === "number") return long(length);
  return JSON.stringify(value, null, 2);
}
