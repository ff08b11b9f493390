/** Lines of a Markdown table, columns as wide as their widest cell, as the formatter wants them. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows.map((cells) => cells.map(escaped))];
  const widths = head.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  const [first, ...others] = all.map(line);
  return [first ?? "", rule, ...others];
}

function escaped(cell: string): string {
  return cell.replaceAll("|", "\\|");
}
