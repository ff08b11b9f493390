import type { Evidence } from "../../src/domain/graph/evidence.ts";
import type { ObjectTypeContract } from "../../src/domain/graph/object-type-contract.ts";

type Contract = ObjectTypeContract;
type Relationship = Contract["children"][number] | Contract["links"][number];

/** Every request that the types of one collection lead to, with how well it is known that Graph answers it. */
export function toReadRows(siblings: readonly Contract[]): string[][] {
  const rows = siblings.flatMap((contract) => [
    ...ownRows(contract),
    ...contract.children.flatMap((child) => childRows(contract, child)),
    ...contract.links.flatMap((link) => linkRows(contract, link)),
  ]);
  return [...new Map(rows.map((row) => [row.join("|"), row])).values()];
}

function ownRows({ version, path, read, query, assignments, evidence }: Contract): string[][] {
  if (read === "by_id") return [toRow(version, "POST /directoryObjects/getByIds", evidence.path)];
  const item = read === "singleton" ? path : `${path}/{id}`;
  const own = [toRow(version, read === "singleton" ? path : `${path} ; /{id}`, evidence.path)];
  const asked = query === undefined || !evidence.query ? [] : [toRow(version, `${path} ?${query}`, evidence.query)];
  if (!evidence.assignments || assignments === "query") return [...own, ...asked];
  const way = assignments === "expand" ? `${item} ?$expand=assignments` : `${item}/assignments`;
  return [...own, ...asked, toRow(version, way, evidence.assignments)];
}

function childRows(contract: Contract, child: Contract["children"][number]): string[][] {
  const { nested } = child;
  const inner =
    nested && toRow(contract.version, `${pathOf(contract, child)}/{id}/${inQuery(nested)}`, nested.evidence);
  return [...relationshipRows(contract, child, child.query), ...(inner ? [inner] : [])];
}

function linkRows(contract: Contract, link: Contract["links"][number]): string[][] {
  const { inverse, evidence } = link;
  if (!inverse) return relationshipRows(contract, link, undefined);
  return [toRow(contract.version, `${inverse.path}/{id}/${inverse.child}`, evidence)];
}

function relationshipRows(contract: Contract, relationship: Relationship, query: string | undefined): string[][] {
  const { path, by = "path", evidence } = relationship;
  const cast = relationship.on ? "{kind}/" : "";
  const expanded = `${contract.path}/{id} ?$expand=${cast}${path}${query === undefined ? "" : `(${query})`}`;
  const own = `${pathOf(contract, relationship)}${query === undefined ? "" : ` ?${query}`}`;
  return [
    toRow(contract.version, by === "expand" ? expanded : own, evidence, by === "path_or_expand" ? " or expanded" : ""),
  ];
}

function pathOf({ path }: Contract, relationship: Relationship): string {
  return `${path}/{id}/${relationship.on ? "{kind}/" : ""}${relationship.path}`;
}

function inQuery({ path, query }: { readonly path: string; readonly query?: string | undefined }): string {
  return query === undefined ? path : `${path} ?${query}`;
}

function toRow(version: string, get: string, { grade, source }: Evidence, orElse = ""): string[] {
  return [`\`${get}\`${orElse}`, version, grade, source];
}
