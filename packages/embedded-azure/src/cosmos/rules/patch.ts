import { badRequest, notSupported } from "./cosmos-error.ts";
import { isObject, type Json, type JsonObject, toText, type Value } from "./json.ts";

/** Microsoft's limit: https://learn.microsoft.com/azure/cosmos-db/partial-document-update */
const MAX_OPERATIONS = 10;

export type PatchRequest = { readonly condition: string | undefined; readonly operations: readonly JsonObject[] };

/** The body of a patch: a list of operations, or `{condition, operations}`. Throws the service's 400. */
export function parsePatch(body: Value): PatchRequest {
  const operations = Array.isArray(body) ? body : isObject(body) ? body["operations"] : undefined;
  const condition = isObject(body) ? body["condition"] : undefined;
  if (!Array.isArray(operations) || operations.length === 0) throw badRequest("The patch names no operations.");
  if (operations.length > MAX_OPERATIONS) throw badRequest("The number of patch operations can't exceed 10.");
  return {
    condition: typeof condition === "string" ? condition : undefined,
    operations: operations.filter(isObject),
  };
}

/** The item after all operations, in their order; the item given stays as it is. Throws 400 at the first that cannot be done. */
export function applyPatch(item: JsonObject, operations: readonly JsonObject[]): JsonObject {
  const patched = structuredClone(item);
  for (const operation of operations) applyOperation(patched, operation);
  return patched;
}

function applyOperation(item: JsonObject, operation: JsonObject): void {
  const { op, path, value } = operation;
  if (typeof path !== "string" || !path.startsWith("/")) throw badRequest("A patch path must start with /.");
  const steps = path.slice(1).split("/").map(unescapeStep);
  if (steps.length === 1 && isSystemProperty(steps[0] ?? "")) {
    throw badRequest(`System properties cannot be patched: '${path}'.`);
  }
  const parent = parentOf(item, steps, path);
  const name = steps.at(-1) ?? "";
  if (Array.isArray(parent)) patchArray(parent, name, { op, path, value });
  else patchObject(parent, name, { op, path, value });
}

function isSystemProperty(name: string): boolean {
  return ["id", "_rid", "_self", "_etag", "_ts", "_attachments"].includes(name);
}

function unescapeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

function parentOf(item: JsonObject, steps: readonly string[], path: string): JsonObject | Json[] {
  let parent: Value = item;
  for (const step of steps.slice(0, -1)) {
    if (Array.isArray(parent)) parent = /^\d+$/.test(step) ? parent[Number(step)] : undefined;
    else parent = isObject(parent) && Object.hasOwn(parent, step) ? parent[step] : undefined;
  }
  if (isObject(parent) || Array.isArray(parent)) return parent;
  throw badRequest(`The patch path '${path}' has no parent in the item.`);
}

type Change = { readonly op: Value; readonly path: string; readonly value: Value };

function patchObject(parent: JsonObject, name: string, change: Change): void {
  const exists = Object.hasOwn(parent, name);
  switch (change.op) {
    case "add":
    case "set":
      parent[name] = given(change);
      return;
    case "replace":
      if (!exists) throw missing(change);
      parent[name] = given(change);
      return;
    case "remove":
      if (!exists) throw missing(change);
      delete parent[name];
      return;
    case "incr":
      parent[name] = increased(exists ? parent[name] : 0, change);
      return;
    default:
      throw notSupported(`The patch operation ${toText(change.op)}`);
  }
}

function patchArray(parent: Json[], name: string, change: Change): void {
  const at = name === "-" ? parent.length : /^\d+$/.test(name) ? Number(name) : Number.NaN;
  const exists = at < parent.length;
  const appends = change.op === "add" || change.op === "set";
  if (!exists && !(appends && at === parent.length)) throw missing(change);
  switch (change.op) {
    case "add":
      parent.splice(at, 0, given(change));
      return;
    case "set":
    case "replace":
      parent[at] = given(change);
      return;
    case "remove":
      parent.splice(at, 1);
      return;
    case "incr":
      parent[at] = increased(parent[at], change);
      return;
    default:
      throw notSupported(`The patch operation ${toText(change.op)}`);
  }
}

function given({ value, path }: Change): Json {
  if (value === undefined) throw badRequest(`The patch operation on '${path}' has no value.`);
  return value;
}

function increased(current: Value, { value, path }: Change): number {
  if (typeof current === "number" && typeof value === "number") return current + value;
  throw badRequest(`The patch operation incr on '${path}' needs a number on both sides.`);
}

function missing({ op, path }: Change): Error {
  return badRequest(`The patch operation ${toText(op)} cannot be done: the path '${path}' does not exist in the item.`);
}
