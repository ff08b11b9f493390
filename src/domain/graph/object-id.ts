import { z } from "zod";

/** Ids of objects as every route takes them: the longest that are known have some 150 characters. */
export const objectIdSchema = z.string().min(1).max(300);

/** Why an object with this id cannot be read and shown; undefined when it can. */
export function objectIdProblem(id: string): string | undefined {
  if (id === "") return "It has no id.";
  if (!objectIdSchema.safeParse(id).success) return "Its id is longer than 300 characters.";
  if (!id.isWellFormed()) return "Its id holds half a character, which no address can name.";
  // An address with such a segment is that of the collection, or of what is above it (RFC 3986 5.2.4).
  if (id === "." || id === "..") return "Its id is a dot segment, which no address can name.";
  return undefined;
}
