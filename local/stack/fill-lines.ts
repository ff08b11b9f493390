import { visibleText } from "../../src/domain/text/visible-text.ts";
import { importLines } from "../import/import-lines.ts";
import type { FillResult } from "./tenants.ts";

/** What the start of a stack says of an imported tenant; nothing of a built-in one. */
export function fillLines({ tenant: { name, imported }, reading, put, removed }: FillResult): string[] {
  if (!imported) return [];
  const again = `${name}: ${imported.folder} has changed and was read again: ${put} objects put, ${removed} taken away`;
  // Names of files and what they hold are anybody's text.
  return [...importLines(name, imported), ...(reading === "again" ? [again] : [])].map(visibleText);
}
