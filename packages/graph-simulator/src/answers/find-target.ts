import type { Child, Collection } from "../collection.ts";
import { unknownSegment } from "../graph-error.ts";
import type { GraphRequest } from "../wire/graph-request.ts";

/** A step below an item: into a child, and to one item of it when an id follows; through a cast where one stands before it. */
export type Step = { readonly child: Child; readonly id: string | undefined; readonly cast: string | undefined };

export type Target =
  | { readonly kind: "list"; readonly collection: Collection }
  | { readonly kind: "item"; readonly collection: Collection; readonly id: string }
  | { readonly kind: "child"; readonly collection: Collection; readonly id: string; readonly steps: readonly Step[] }
  | { readonly kind: "assign"; readonly collection: Collection; readonly id: string; readonly bodyName: string }
  | { readonly kind: "property"; readonly collection: Collection; readonly id: string; readonly name: string }
  | { readonly kind: "omaValue"; readonly collection: Collection; readonly id: string; readonly reference: string }
  | { readonly kind: "delta"; readonly collection: Collection }
  | { readonly kind: "getByIds" };

/** Older addresses of a collection, which Graph serves too. */
const otherPaths = [
  ["/identity/conditionalAccess/authenticationStrength/policies", "/policies/authenticationStrengthPolicies"],
  ["/identity/conditionalAccess/authenticationStrengths/policies", "/policies/authenticationStrengthPolicies"],
] as const;

/** What the path of a request names. Segments compare without case, ids with it. */
export function findTarget(
  { version, segments: asked }: Pick<GraphRequest, "version" | "segments">,
  rows: readonly Collection[],
): Target {
  const segments = toOwnPath(asked);
  if (isSame(segments.join("/"), "directoryObjects/getByIds")) return { kind: "getByIds" };
  const served = rows.filter((each) => each.versions.includes(version));
  const collection = served.find((each) => startsWith(segments, toSegments(each.path)));
  if (!collection) throw unknownSegment(firstUnknown(served, segments));
  const [id, ...rest] = segments.slice(toSegments(collection.path).length);
  if (id === undefined) return { kind: "list", collection };
  if (collection.hasDelta && rest.length === 0 && deltaFunction.test(id)) return { kind: "delta", collection };
  const [first] = rest;
  if (first === undefined) return { kind: "item", collection, id };
  const bodyName = collection.assignBody;
  if (bodyName && rest.length === 1 && isSame(first, "assign")) return { kind: "assign", collection, id, bodyName };
  const own = rest.length === 1 ? collection.ownPaths?.find((each) => isSame(each, first)) : undefined;
  if (own !== undefined) return { kind: "property", collection, id, name: own };
  const reference = rest.length === 1 && collection.showsOmaValues ? omaFunction.exec(first)?.[1] : undefined;
  if (reference !== undefined) return { kind: "omaValue", collection, id, reference };
  return { kind: "child", collection, id, steps: toSteps(collection.children, rest) };
}

const omaFunction = /^(?:microsoft\.graph\.)?getOmaSettingPlainTextValue\(secretReferenceValueId='(.*)'\)$/i;

/** A function by its short or its whole name, with or without the brackets of a call. */
const deltaFunction = /^(?:microsoft\.graph\.)?delta(?:\(\))?$/i;

function toOwnPath(segments: readonly string[]): readonly string[] {
  const found = otherPaths.find(([path]) => startsWith(segments, toSegments(path)));
  return found ? [...toSegments(found[1]), ...segments.slice(toSegments(found[0]).length)] : segments;
}

const castPattern = /^(?:microsoft\.)?graph\.(.+)$/i;

function toSteps(children: readonly Child[], segments: readonly string[]): Step[] {
  const cast = castPattern.exec(segments[0] ?? "")?.[1];
  const [name, next, ...rest] = cast === undefined ? segments : segments.slice(1);
  if (name === undefined) return [];
  const child = children.find((each) => isSame(each.name, name) && isReached(each, cast));
  if (!child) throw unknownSegment(name);
  const inner = child.children ?? [];
  if (!child.isSingle) return [{ child, id: next, cast }, ...toSteps(inner, rest)];
  return [{ child, id: undefined, cast }, ...toSteps(inner, next === undefined ? [] : [next, ...rest])];
}

/** What only some kinds have is unknown on the declared type. */
function isReached({ on }: Child, cast: string | undefined): boolean {
  if (on === undefined) return true;
  return cast !== undefined && on.some((kind) => isSame(kind, cast));
}

function firstUnknown(served: readonly Collection[], segments: readonly string[]): string {
  const isKnown = (count: number) => served.some((each) => startsWith(toSegments(each.path), segments.slice(0, count)));
  return segments.find((_, index) => !isKnown(index + 1)) ?? segments.at(-1) ?? "";
}

function toSegments(path: string): readonly string[] {
  return path.slice(1).split("/");
}

function startsWith(whole: readonly string[], start: readonly string[]): boolean {
  return start.every((segment, index) => isSame(segment, whole[index] ?? ""));
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
