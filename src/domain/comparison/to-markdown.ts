import { canonicalJson } from "../json/canonical-json.ts";
import { visibleText } from "../text/visible-text.ts";
import type { ChangeView } from "./change-view.ts";
import type { ObjectRow } from "./object-row.ts";

const hashesOnly =
  "Its hashes differ. What changed is not stored: take a snapshot of this object, and compare with that one.";

/** What differs in one object, as a page for people. Nothing of a tenant is markup in it. */
export function toMarkdown(row: ObjectRow, changes: readonly ChangeView[]): string {
  const head = [
    `# ${toMarkdownText(row.name)}`,
    "",
    `- Type: ${toMarkdownText(row.type)}`,
    `- Id: ${toMarkdownText(row.id)}`,
    `- Change: ${row.change}`,
    "",
  ];
  if (row.detail === "hash") return [...head, hashesOnly, ""].join("\n");
  if (changes.length === 0) return head.join("\n");
  const lines = changes.map(({ kind, area, path, before, after }) =>
    [kind, area, path.join(" / "), shown(before), shown(after)].map(toMarkdownText).join(" | "),
  );
  const table = ["Kind | Area | Place | Before | After", "--- | --- | --- | --- | ---", ...lines];
  return [...head, ...table.map((line) => `| ${line} |`), ""].join("\n");
}

function shown(value: ChangeView["before"]): string {
  return typeof value === "string" ? value : value === null ? "" : canonicalJson(value);
}

/** A text as it stands: what Markdown or HTML would read as markup is escaped, and it stays on one line. */
function toMarkdownText(text: string): string {
  return visibleText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_{}[\]()#+!|~-]/g, String.raw`\$&`);
}
