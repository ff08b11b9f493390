import { type Link, linkSchema } from "../../../src/domain/fleet/link.ts";
import type { Document } from "./document.ts";

export function toLinks(documents: Iterable<Document>): Link[] {
  return [...documents].filter(({ kind }) => kind === "link").map((each) => linkSchema.parse(each));
}
