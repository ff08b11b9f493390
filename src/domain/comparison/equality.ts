import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import type { JsonObject } from "../json/json-value.ts";
import type { Change } from "./change.ts";
import { diffForms } from "./diff-forms.ts";
import { type NamingSide, toPortableForm } from "./portable-form.ts";
import { toForm } from "./to-form.ts";

/** What is known of a reading of an object without its payload. */
export type Reading = {
  readonly payloadHash?: string | undefined;
  readonly configurationHash: string;
  /** The rule of the configuration hash; absent: the same as no other. */
  readonly formId?: string | undefined;
};

/**
 * Whether two readings are equal by what is known without their payloads: the same bytes, or the same form by the same
 * rule. `unknown` is no "changed": a rule may differ, or what differs may not count (RC5).
 */
export function equalByHashes(left: Reading, right: Reading): "equal" | "unknown" {
  const isSameText = left.payloadHash !== undefined && left.payloadHash === right.payloadHash;
  const isSameRule = left.formId !== undefined && left.formId === right.formId;
  return isSameText || (isSameRule && left.configurationHash === right.configurationHash) ? "equal" : "unknown";
}

/**
 * The one function that decides whether two readings of an object are equal, cheapest first; the payloads are read only
 * where hashes do not decide. Answers what differs by today's rule: nothing, where they are equal.
 */
export async function differencesOf(
  contract: ObjectTypeContract,
  [left, right]: readonly [Reading, Reading],
  readPayloads: () => Promise<readonly [JsonObject, JsonObject]>,
): Promise<readonly Change[]> {
  if (equalByHashes(left, right) === "equal") return [];
  const [before, after] = await readPayloads();
  return diffForms(contract, toForm(contract, before), toForm(contract, after));
}

/**
 * The same of two objects of two tenants, by their portable forms: what they refer to is equal by its name. Hashes say
 * less here, because an id that stands in both tenants is not the same thing in both.
 */
export function differencesOfTenants(
  contract: ObjectTypeContract,
  [before, after]: readonly [JsonObject, JsonObject],
  [left, right]: readonly [NamingSide, NamingSide],
): readonly Change[] {
  return diffForms(contract, toPortableForm(contract, before, left), toPortableForm(contract, after, right));
}

/** Whether somebody changed something: what Microsoft added, and secrets that may be others, are told and are no change. */
export function hasChanged(changes: readonly Change[]): boolean {
  return changes.some(({ kind }) => kind !== "appeared" && kind !== "secret");
}
