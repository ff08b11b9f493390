import { productLimits } from "../../config/capabilities.ts";
import { contracts } from "../../config/graph-contracts/registry.ts";
import type { Capability, RestoreLevel } from "../../src/domain/capability/capability.ts";
import { resolveCapabilities } from "../../src/domain/capability/resolve-capabilities.ts";
import { collectionOf } from "../../src/domain/graph/contract-index.ts";
import { neededPermissions } from "../../src/domain/graph/needed-permissions.ts";
import type { ObjectTypeContract } from "../../src/domain/graph/object-type-contract.ts";
import { toTable } from "../markdown/to-table.ts";
import { toReadRows } from "./to-read-rows.ts";

const groupNames: Readonly<Record<ObjectTypeContract["platformGroup"], string>> = {
  windows: "Windows",
  apple: "Apple",
  android: "Android",
  cross_platform: "Several platforms",
  tenant: "Tenant",
  identity: "Identity",
};

const restoreNames: Readonly<Record<RestoreLevel, string>> = { none: "no", preview_only: "preview", enabled: "yes" };

/** docs/coverage.md as text: every object type with what this product does with it, and why not more. */
export function toCoverageDoc(): string {
  const capabilities = resolveCapabilities(contracts, productLimits);
  const groups = Object.entries(groupNames).flatMap(([group, name]) => {
    const keys = new Set(contracts.filter(({ platformGroup }) => platformGroup === group).map(({ key }) => key));
    return ["", `## ${name}`, "", ...tableOf(capabilities.filter(({ type }) => keys.has(type)))];
  });
  return `${[
    "# Coverage",
    "",
    "Made by `npm run docs:coverage` from `config/graph-contracts/`. `GET /api/capabilities` serves the same for programs.",
    "",
    ...summaryOf(capabilities),
    "",
    "Snapshots hold whole objects: body, parts, links and assignments. Restore: `preview` shows what would be written and",
    "writes nothing.",
    ...groups,
    "",
    "## How it is read, and how well that is known",
    "",
    "Microsoft's metadata lists paths that no service answers, so each GET names who is known to send it. `sure`: a tool sends",
    "this very request, or an answer to it is on record. `likely`: Microsoft documents it, or a near form is in use.",
    "`doubtful`: nobody is known to send it. Where Graph has no route after all, the part is missing by name",
    "(`graph_no_route`) and nothing else. Who is meant: [graph-reads.md](reference/graph-reads.md).",
    "",
    ...gradesOf(),
    "",
    ...toTable(["request", "version", "known", "by whom"], readRows()),
    "",
    "## Where contracts differ from what Microsoft publishes",
    "",
    ...tableOfDifferences(),
    "",
    "## Permissions that reading needs",
    "",
    ...neededPermissions(contracts, productLimits.cloud).read.map((name) => `- \`${name}\``),
  ].join("\n")}\n`;
}

function summaryOf(capabilities: readonly Capability[]): string[] {
  const count = (has: (capability: Capability) => boolean): number => capabilities.filter(has).length;
  return [
    `${contracts.length} object types in ${new Set(contracts.map(collectionOf)).size} collections: ` +
      `${count(({ inventory }) => inventory)} in the inventory, ${count(({ snapshot }) => snapshot)} in snapshots, ` +
      `${count(({ restore }) => restore !== "none")} with a restore.`,
  ];
}

function readRows(): string[][] {
  const read = contracts.filter(({ read: way }) => way !== "never");
  return [...Map.groupBy(read, collectionOf).values()]
    .flatMap(toReadRows)
    .toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}

function gradesOf(): string[] {
  const byGrade = Map.groupBy(readRows(), ([, , grade = ""]) => grade);
  const counted = ["sure", "likely", "doubtful"].map((grade) => `${byGrade.get(grade)?.length ?? 0} ${grade}`);
  return [`${readRows().length} rows: ${counted.join(", ")}.`];
}

function tableOf(capabilities: readonly Capability[]): string[] {
  const head = ["type", "name", "inventory", "snapshot", "restore", "assignments", "links", "risk", "remarks"];
  const rows = capabilities.map((each) => [
    `\`${each.type}\``,
    each.name,
    yesOrNo(each.inventory),
    yesOrNo(each.snapshot),
    restoreNames[each.restore],
    yesOrNo(each.assignments),
    yesOrNo(each.links),
    each.risk,
    each.reasons.join(" "),
  ]);
  return toTable(head, rows);
}

function tableOfDifferences(): string[] {
  const differing = contracts.filter(({ differs }) => differs.length > 0).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return toTable(
    ["type", "why"],
    differing.map(({ key, differs }) => [`\`${key}\``, differs.join(" ")]),
  );
}

function yesOrNo(is: boolean): string {
  return is ? "yes" : "no";
}
