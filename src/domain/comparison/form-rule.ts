import type { Comparison, ListRule } from "../graph/comparison-contract.ts";
import type { ContractChild, ContractLink, ObjectTypeContract } from "../graph/object-type-contract.ts";
import { hashOfText } from "../hash/hash-of-text.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import type { JsonObject } from "../json/json-value.ts";

/** What a contract says of comparing two readings of an object. */
export type ComparedBy = Pick<ObjectTypeContract, "query" | "volatile" | "references" | "secrets"> & {
  readonly comparison: Comparison;
  readonly children: readonly (Pick<ContractChild, "path" | "query"> & {
    readonly nested?: Pick<NonNullable<ContractChild["nested"]>, "path"> | undefined;
  })[];
  readonly links: readonly Pick<ContractLink, "path">[];
};

/** Counts up with each change of the code that makes forms; the golden forms of every type hold it. */
const algorithm = 2;

/** The one value that a form is made by, beside the payload: whatever decides about a form is in it. */
export type FormRule = Omit<ComparedBy, "comparison" | "children" | "links"> & {
  readonly algorithm: number;
  readonly comparison: Omit<Comparison, "text" | "tenantBound">;
  readonly children: readonly { readonly path: string; readonly query: string; readonly nested: string }[];
  readonly links: readonly string[];
};

/** The rule by which a type's forms are made: evidence, texts for showing and what concerns two tenants are not in it. */
export function formRuleOf({
  query,
  volatile,
  references,
  secrets,
  comparison,
  children,
  links,
}: ComparedBy): FormRule {
  const { text: _text, tenantBound: _bound, ...ofForms } = comparison;
  return {
    algorithm,
    ...(query === undefined ? {} : { query }),
    volatile,
    references,
    secrets,
    comparison: ofForms,
    children: children.map(({ path, query = "", nested }) => ({ path, query, nested: nested?.path ?? "" })),
    links: links.map(({ path }) => path),
  };
}

/** Names the rule of a type's forms: 16 hex digits. Forms by two rules are not comparable by their hashes. */
export function formIdOf(contract: ComparedBy): string {
  return hashOfText(canonicalJson(formRuleOf(contract))).slice(0, 16);
}

/** Whether the values of a setting have an order, given the ids of the settings of which they have. */
export function isOrderedSetting(ordered: ReadonlySet<string>, { settingDefinitionId: id }: JsonObject): boolean {
  return typeof id === "string" && ordered.has(id);
}

// Include and exclude of one group are two; a filter, settings and a schedule are what an assignment says.
const assignmentKey = ["target.@odata.type", "target.groupId", "target.collectionId", "intent"];

/** Lists that have a rule: what the contract says, and what can be derived from it (RC2). */
export function listRulesOf({ query, comparison, children, links, references }: FormRule): ListRule[] {
  const ids = references.flatMap(({ path }) => (path.endsWith("[]") ? [path.slice(0, -2)] : []));
  const below = children.flatMap((child) =>
    [...expandedBy(child.query), ...(child.nested === "" ? [] : [child.nested])].map(
      (name) => `${child.path}[].${name}`,
    ),
  );
  const related = [...ids, ...below, ...expandedBy(query), ...children.map(({ path }) => path), ...links];
  const derived = related.map((at): ListRule => ({ at, key: "content" }));
  const rules = [...derived, { at: "assignments", key: assignmentKey }, ...comparison.lists];
  return [...new Map(rules.map((rule) => [rule.at, rule])).values()];
}

/** Relations that a query brings inline. */
function expandedBy(query: string | undefined): string[] {
  return /\$expand=(?<names>[^&]+)/.exec(query ?? "")?.groups?.["names"]?.match(/\w+/g) ?? [];
}
