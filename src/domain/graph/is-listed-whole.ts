import type { ObjectTypeContract } from "./object-type-contract.ts";

/** Whether a complete listing of a type shows all of its objects; not where they are read by id, or only where assigned. */
export function isListedWhole({ read, builtIn }: Pick<ObjectTypeContract, "read" | "builtIn">): boolean {
  return (read === "list" || read === "singleton") && builtIn?.read !== "assigned";
}
