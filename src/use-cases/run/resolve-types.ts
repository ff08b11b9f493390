import { Fault } from "../../domain/error/fault.ts";
import type { SelectedTypes } from "../../domain/operation-run/selected-types.ts";

/**
 * The object types of a request; all of the known ones when none are named. Fault
 * `unknown_object_type` names the first that is not known, or not for this kind of run, and why where that is known.
 */
export function resolveTypes(
  known: readonly { readonly key: string }[],
  requested: readonly string[] | undefined,
  reasonOf: (type: string) => string | undefined = () => undefined,
): SelectedTypes {
  const keys = new Set(known.map(({ key }) => key));
  const unknown = requested?.find((type) => !keys.has(type));
  if (unknown !== undefined) {
    const message = `There is no object type ${unknown.slice(0, 100)} for this.`;
    throw new Fault("unknown_object_type", [message, ...[reasonOf(unknown) ?? []].flat()].join(" "), {
      target: "types",
    });
  }
  const objectTypes = [...new Set(requested ?? keys)].sort();
  return { objectTypes, isEveryType: objectTypes.length === keys.size };
}
