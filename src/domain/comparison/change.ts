import { z } from "zod";
import type { JsonValue } from "../json/json-value.ts";

/**
 * What happened to one place of a form. `moved`: the same item at another position of a list with an order. `appeared`:
 * on one side Microsoft did not know the property yet, on the other it says what it says when nobody set it. `secret`:
 * whether a secret is set changed.
 */
export const changeKindSchema = z.enum(["added", "removed", "changed", "moved", "appeared", "secret"]);

type ChangeKind = z.infer<typeof changeKindSchema>;

/** One difference between two forms. */
export type Change = {
  readonly kind: ChangeKind;
  /** JSON Pointer (RFC 6901) into the right form; what was removed from a list stands there at its position on the left. */
  readonly place: string;
  /** The place in the left form, where it is another because the item, or what holds it, stood elsewhere in its list. */
  readonly from: string | null;
  /** Undefined: not there. */
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
};

/** One step further down a JSON Pointer. */
export function pointerBelow(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

export function stepsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}
