import type { Module } from "./modules.ts";

/** Modules whose line in the import table of a page of Markdown is missing, or names other packages. */
export function wronglyDocumentedModules(markdown: string, modules: Module[]): string[] {
  const section = markdown.split("## Import table").at(-1) ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("| `"));
  const table = lines.map((line) => line.split("|").slice(1, -1)).filter((cells) => cells.length === 3);
  return modules.flatMap(({ name, packages, typeOnly, documentedPackages }) => {
    const adapter = name.startsWith("src/adapters/");
    const shown = adapter ? "src/adapters/X" : name;
    const row = table.find(([first = ""]) => namesIn(first).includes(shown));
    if (row === undefined) return [`${shown} has no line`];
    if (adapter) return [];
    if (documentedPackages !== undefined && row[2]?.trim() === documentedPackages) return [];
    const expected = [...packages, ...typeOnly.filter((each) => !each.endsWith("/"))];
    const documented = row[2]?.trim() === "any" ? ["*", "node:*"] : namesIn(row[2] ?? "");
    const [wanted, given] = [expected.toSorted().join(", "), documented.toSorted().join(", ")];
    return wanted === given ? [] : [`${shown} may know [${wanted}], the page says [${given}]`];
  });
}

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);
}
