import type { Capability } from "../api/operations.ts";
import type { Json } from "../parts/json-rows.ts";

type Secret = Capability["secrets"][number];
type Found = { readonly value: Json; readonly pointer: string };

/** Where an object holds secrets, as JSON pointers. The places are those of its type. */
export function secretPointers(object: Json, secrets: readonly Secret[]): ReadonlySet<string> {
  const root = { value: object, pointer: "" };
  return new Set(secrets.flatMap(({ path, when }) => pointersBelow(root, path.split("."), when)));
}

function pointersBelow(at: Found, [step, ...rest]: readonly string[], when: Secret["when"]): readonly string[] {
  if (step === undefined) return [at.pointer];
  if (step === "**") {
    const deeper = membersOf(at).flatMap((member) => pointersBelow(member, [step, ...rest], when));
    return [...pointersBelow(at, rest, when), ...deeper];
  }
  if (rest.length === 0 && !holds(at.value, when)) return [];
  return stepInto(at, step).flatMap((next) => pointersBelow(next, rest, when));
}

/** `name` leads to a property, `name[]` to each item of a list. */
function stepInto(at: Found, step: string): readonly Found[] {
  const isList = step.endsWith("[]");
  const name = isList ? step.slice(0, -2) : step;
  const next = Array.isArray(at.value) ? undefined : membersOf(at).find(({ pointer }) => pointer === below(at, name));
  if (next === undefined) return [];
  if (!isList) return [next];
  return Array.isArray(next.value) ? membersOf(next) : [];
}

function membersOf(at: Found): readonly Found[] {
  if (typeof at.value !== "object" || at.value === null) return [];
  return Object.entries<Json>(at.value).map(([name, value]) => ({ value, pointer: below(at, name) }));
}

function below({ pointer }: Found, name: string): string {
  return `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function holds(holder: Json, when: Secret["when"]): boolean {
  if (when === undefined) return true;
  if (typeof holder !== "object" || holder === null || Array.isArray(holder)) return false;
  return new Map<string, Json>(Object.entries(holder)).get(when.property) === when.is;
}
