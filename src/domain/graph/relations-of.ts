import type { JsonObject } from "../json/json-value.ts";
import type { ContractChild, ContractLink, ObjectTypeContract } from "./object-type-contract.ts";

/** A relation that comes with the single object, because it is expanded. */
export type ExpandedRelation = Pick<ContractChild, "path" | "query"> & {
  /** The segment of the object's own kind, where only some kinds have the relation. */
  readonly cast: string | undefined;
  readonly isLink: boolean;
};

export type ObjectRelations = {
  /** Read by paths of their own. */
  readonly children: readonly ContractChild[];
  readonly links: readonly ContractLink[];
  readonly expanded: readonly ExpandedRelation[];
  /** The segment of the object's own kind, below which a relation that only some kinds have is read. */
  readonly castOf: (relation: Pick<ContractChild, "on">) => string | undefined;
  /**
   * Whether the body is read beside the relations. Where it has relations, what the listing said of it is too old: an edit
   * between the two would give a body of before with relations of after.
   */
  readonly isBodyAsked: boolean;
};

/** What belongs to an object and is not in its body, as its contract and its kind say. */
export function relationsOf(contract: ObjectTypeContract, object: JsonObject): ObjectRelations {
  const kind = object["@odata.type"];
  const isOf = ({ on }: Pick<ContractChild, "on">): boolean => on?.some((each) => each === kind) ?? true;
  const castOf = ({ on }: Pick<ContractChild, "on">) => (on && typeof kind === "string" ? kind.slice(1) : undefined);
  const isAsked = ({ skipsBuiltIn }: ContractChild): boolean => !(skipsBuiltIn && isBuiltIn(contract, object));
  const children = contract.children.filter(isOf).filter(isAsked);
  const links = contract.links.filter(isOf);
  const expanded: ExpandedRelation[] = [
    ...children.filter(comesExpanded).map((child) => ({ ...toExpanded(child, castOf(child)), query: child.query })),
    ...links.filter(comesExpanded).map((link) => ({ ...toExpanded(link, castOf(link)), isLink: true })),
    ...(contract.assignments === "expand" ? [toExpanded({ path: "assignments" }, undefined)] : []),
  ];
  return {
    children: children.filter((child) => !comesExpanded(child)),
    links: links.filter((link) => !comesExpanded(link)),
    expanded,
    castOf,
    isBodyAsked: contract.detail === "get" || children.length > 0 || links.length > 0 || expanded.length > 0,
  };
}

function comesExpanded({ by }: Pick<ContractChild, "by">): boolean {
  return by === "expand";
}

function toExpanded({ path }: Pick<ContractChild, "path">, cast: string | undefined): ExpandedRelation {
  return { path, cast, isLink: false };
}

function isBuiltIn({ builtIn }: ObjectTypeContract, object: JsonObject): boolean {
  return builtIn !== undefined && object[builtIn.property] === builtIn.is;
}
