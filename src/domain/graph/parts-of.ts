import type { JsonObject } from "../json/json-value.ts";
import type { ContractChild, ContractLink, ObjectTypeContract } from "./object-type-contract.ts";

export type ObjectParts = {
  readonly children: readonly ContractChild[];
  readonly links: readonly ContractLink[];
  /** The segment of the object's own kind, below which a part that only some kinds have is read. */
  readonly castOf: (part: Pick<ContractChild, "on">) => string | undefined;
  /**
   * Whether the body is read beside the parts. Where it has parts, what the listing said of it is too old: an edit
   * between the two would give a body of before with parts of after.
   */
  readonly isBodyAsked: boolean;
};

/** What belongs to an object and is not in its body, as its contract and its kind say. */
export function partsOf(contract: ObjectTypeContract, object: JsonObject): ObjectParts {
  const kind = object["@odata.type"];
  const isOf = ({ on }: Pick<ContractChild, "on">): boolean => on?.some((each) => each === kind) ?? true;
  const children = contract.children.filter(isOf);
  const links = contract.links.filter(isOf);
  return {
    children,
    links,
    castOf: ({ on }) => (on && typeof kind === "string" ? kind.slice(1) : undefined),
    isBodyAsked: contract.detail === "get" || children.length > 0 || links.length > 0,
  };
}
