import { type Change, stepsOf } from "../../../src/domain/comparison/change.ts";
import type { PatchOperation } from "../../../src/domain/comparison/json-patch.ts";
import { isList, isObject } from "../../../src/domain/json/is-object.ts";
import type { JsonValue } from "../../../src/domain/json/json-value.ts";

/** A change with the steps that are left of its places: to the right, and to the left where it came from. */
type Step = { readonly change: Change; readonly to: readonly string[]; readonly from: readonly string[] };

/** What a form becomes by the changes of a difference, read as their description says. */
export function applyChanges(form: JsonValue, changes: readonly Change[]): JsonValue {
  const steps = changes.map((change) => ({
    change,
    to: stepsOf(change.place),
    from: stepsOf(change.from ?? change.place),
  }));
  return applied(form, steps) ?? null;
}

function applied(value: JsonValue | undefined, steps: readonly Step[]): JsonValue | undefined {
  const here = steps.find(({ to }) => to.length === 0);
  if (here) return here.change.after;
  if (steps.length === 0) return value;
  if (isList(value)) return appliedToList(value, steps);
  const object = isObject(value) ? value : {};
  const changed = [...Map.groupBy(steps, ({ to: [name = ""] }) => name)].map(
    ([name, below]) =>
      [name, applied(Object.hasOwn(object, name) ? object[name] : undefined, below.map(deeper))] as const,
  );
  const all = new Map<string, JsonValue | undefined>([...Object.entries(object), ...changed]);
  return Object.fromEntries([...all].flatMap(([name, each]) => (each === undefined ? [] : [[name, each] as const])));
}

/** Items that no change names keep their order and fill the positions that no change names. */
function appliedToList(list: readonly JsonValue[], steps: readonly Step[]): JsonValue {
  const removed = steps.filter(({ change, to }) => change.kind === "removed" && to.length === 1);
  const others = Map.groupBy(
    steps.filter((step) => !removed.includes(step)),
    ({ to: [index] }) => Number(index),
  );
  const taken = new Set(removed.map(({ to: [index] }) => Number(index)));
  const result: (JsonValue | undefined)[] = [];
  for (const [index, below] of others) {
    const isAdded = below.some(({ change, to }) => change.kind === "added" && to.length === 1);
    const from = Number(below[0]?.from[0]);
    if (!isAdded) taken.add(from);
    result[index] = applied(isAdded ? undefined : list[from], below.map(deeper));
  }
  const rest = list.filter((_, index) => !taken.has(index)).values();
  const length = list.length - taken.size + others.size;
  return Array.from({ length }, (_, index) => (index in result ? result[index] : rest.next().value) ?? null);
}

function deeper({ change, to, from }: Step): Step {
  return { change, to: to.slice(1), from: from.slice(1) };
}

/** A JSON Patch as RFC 6902 has it, for the operations that the product writes. */
export function applyPatch(form: JsonValue, patch: readonly PatchOperation[]): JsonValue {
  let result = structuredClone(form);
  for (const operation of patch) result = patched(result, stepsOf(operation.path), operation);
  return result;
}

function patched(value: JsonValue, [step, ...rest]: readonly string[], operation: PatchOperation): JsonValue {
  if (step === undefined) return operation.op === "remove" ? null : operation.value;
  if (isList(value))
    return value.map((item, index) => (String(index) === step ? patched(item, rest, operation) : item));
  if (!isObject(value)) throw new Error("The patch names a place that is not there.");
  const { [step]: own, ...others } = value;
  if (rest.length > 0) return { ...value, [step]: patched(own ?? null, rest, operation) };
  if ((operation.op === "add") === Object.hasOwn(value, step)) throw new Error("The patch does not fit the form.");
  return operation.op === "remove" ? others : Object.fromEntries([...Object.entries(others), [step, operation.value]]);
}
