import { equalJson } from "../json/equal-json.ts";
import { isList, isObject } from "../json/is-object.ts";
import type { JsonObject, JsonValue } from "../json/json-value.ts";
import { pointerBelow } from "./change.ts";

/** An operation of JSON Patch (RFC 6902); the three that any difference can be told by. */
export type PatchOperation =
  | { readonly op: "add" | "replace"; readonly path: string; readonly value: JsonValue }
  | { readonly op: "remove"; readonly path: string };

/** The operations, one after the other, that make the right form of the left one. A list of another length is replaced whole. */
export function toJsonPatch(left: JsonObject, right: JsonObject): PatchOperation[] {
  return [...patchOf(left, right, "")];
}

function* patchOf(left: JsonValue, right: JsonValue, path: string): Iterable<PatchOperation> {
  if (equalJson(left, right)) return;
  if (isObject(left) && isObject(right)) yield* patchOfObjects(left, right, path);
  else if (isList(left) && isList(right) && left.length === right.length) {
    for (const [index, item] of right.entries()) yield* patchOf(left[index] ?? null, item, pointerBelow(path, index));
  } else yield { op: "replace", path, value: right };
}

function* patchOfObjects(left: JsonObject, right: JsonObject, path: string): Iterable<PatchOperation> {
  for (const name of Object.keys(left)) {
    if (!Object.hasOwn(right, name)) yield { op: "remove", path: pointerBelow(path, name) };
  }
  for (const [name, value] of Object.entries(right)) {
    const at = pointerBelow(path, name);
    if (!Object.hasOwn(left, name)) yield { op: "add", path: at, value };
    else yield* patchOf(left[name] ?? null, value, at);
  }
}
