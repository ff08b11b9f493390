import type { TypeState } from "../failure/type-state.ts";
import { isListedWhole } from "../graph/is-listed-whole.ts";
import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import type { AbsenceReason } from "./object-row.ts";

/** What a side says of an object without its payload. The inventory knows no payloads, and no versions of them. */
export type ComparedEntry = {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly configurationHash: string;
  readonly payloadHash?: string | undefined;
  readonly payloadVersion?: string | null | undefined;
  readonly formId?: string | undefined;
};

/** What a side says of an object type. */
export type ComparedType = {
  readonly type: string;
  readonly typeState: Pick<TypeState, "state">;
  /** Where it is known of each object whether it is gone: ids of those that are. Of others nothing follows. */
  readonly gone?: ReadonlySet<string>;
  /** The rule of its configuration hashes; an entry that says its own counts more. */
  readonly formId?: string | undefined;
};

/** Types of a side by their names. */
export type ComparedTypes = ReadonlyMap<string, ComparedType>;

/** Why nothing follows from the absence of one object; null where it is evidence. */
export function absenceReasonOf(
  types: ComparedTypes,
  { type, id }: Pick<ComparedEntry, "type" | "id">,
  contract: Pick<ObjectTypeContract, "read" | "builtIn"> | undefined,
): AbsenceReason | null {
  const gone = types.get(type)?.gone;
  if (gone?.has(id)) return null;
  return absenceReasonIn(types, type, contract) ?? (gone ? "not_observed" : null);
}

/**
 * Why nothing follows from what a side lacks of a type; null where absence is evidence, which it is only of a type that
 * was read completely and whose listing shows all (RC9).
 */
export function absenceReasonIn(
  types: ComparedTypes,
  type: string,
  contract: Pick<ObjectTypeContract, "read" | "builtIn"> | undefined,
): AbsenceReason | null {
  const found = types.get(type);
  if (!found) return "not_read";
  if (found.typeState.state !== "complete") return found.typeState.state;
  return contract && isListedWhole(contract) ? null : "not_listed_whole";
}
