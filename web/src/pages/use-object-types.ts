import { useTenantCapabilities } from "../api/capability.ts";
import type { Capability } from "../api/operations.ts";
import type { FilterOption } from "../parts/filter.ts";

export type ObjectTypes = {
  /** All types, by name. */
  readonly all: readonly Capability[];
  /** A type in words; one that this release does not know is shown as it is. While they are asked for, no name. */
  readonly nameOf: (type: string) => string;
  /** Whether they have been asked for, and answered. */
  readonly isKnown: boolean;
  readonly find: (type: string) => Capability | undefined;
};

const none: readonly Capability[] = [];

/** The object types of Intune as this tenant may use them. */
export function useObjectTypes(tenantId: string): ObjectTypes {
  const { data, isPending } = useTenantCapabilities(tenantId);
  const all = data?.items ?? none;
  const find = (type: string): Capability | undefined => all.find((each) => each.type === type);
  return {
    all: all.toSorted((left, right) => left.name.localeCompare(right.name)),
    isKnown: data !== undefined,
    find,
    nameOf: (type) => find(type)?.name ?? (isPending ? "…" : type),
  };
}

/** The choices of a filter by type. */
export function typeOptions(types: readonly Capability[]): readonly FilterOption[] {
  return types.map(({ type, name }) => ({ value: type, text: name }));
}
