import type { Cloud } from "./cloud.ts";
import type { ObjectTypeContract } from "./object-type-contract.ts";

/** Names of application permissions of Microsoft Graph, in order, each once. */
export type NeededPermissions = {
  readonly read: readonly string[];
  /** What the writing application needs: it reads what it is about to change, and what it wrote. */
  readonly write: readonly string[];
};

/**
 * The least that the contracts need in a cloud (P5.3): nothing for a type that the cloud lacks or that is never read, no
 * writing where nothing is restored.
 */
export function neededPermissions(contracts: readonly ObjectTypeContract[], cloud: Cloud): NeededPermissions {
  const readable = contracts.filter(({ read, notAvailable }) => read !== "never" && !notAvailable.includes(cloud));
  const restorable = readable.filter(({ restore }) => restore !== "none");
  const read = readable.flatMap(({ permissions }) => permissions.read);
  const write = restorable.flatMap(({ permissions }) => permissions.write);
  return { read: inOrder(read), write: inOrder([...read, ...write]) };
}

function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
