import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { partsOf } from "../../domain/graph/parts-of.ts";
import type { JsonObject, ObservedObject } from "../../domain/observation/observed-object.ts";
import { lastModifiedOf, toObservedObject } from "../../domain/observation/to-observed-object.ts";

export type ReadDeps = { readonly graph: GraphClient; readonly clock: Clock };

// An object that somebody edits right now changes a few times in a row; more means that it never holds still.
const tries = 4;

/**
 * Reads an object whole: body, children and assignments, asked for at once. When it changed since the reading before, or its parts do not
 * match the count it announces, it is read again; a doubt that stays is a Fault, never a half object. Undefined when it
 * is gone.
 */
export async function readWholeObject(
  deps: ReadDeps,
  contract: ObjectTypeContract,
  listed: JsonObject,
  signal: AbortSignal,
): Promise<ObservedObject | undefined> {
  const id = idOf(contract, listed);
  const { isBodyAsked } = partsOf(contract, listed);
  let before = listed;
  for (let count = 1; ; count += 1) {
    const [body, parts] = await Promise.all([
      isBodyAsked || count > 1 ? deps.graph.get(contract, id, signal) : listed,
      readParts(deps.graph, contract, listed, id, signal),
    ]);
    if (body === undefined) return undefined;
    // An error with status 200 is an answer too, and no object (pitfall 7).
    if (body["id"] !== id)
      throw new Fault("graph_bad_response", "Another object was answered.", { target: `${contract.key}/${id}` });
    const doubt = doubtOf(contract, before, body, parts);
    if (doubt === undefined) return toObservedObject(contract, id, { ...body, ...parts }, isoTime(deps.clock.nowMs()));
    if (count >= tries) throw new Fault(doubt, doubtTexts[doubt], { target: `${contract.key}/${id}` });
    before = body;
  }
}

type Doubt = keyof typeof doubtTexts;

const doubtTexts = {
  graph_count_mismatch: "The parts of the object do not match what it announces.",
  object_changed: "The object changed each time it was read.",
};

type Parts = Record<string, readonly JsonObject[]>;

/** Everything that belongs to the object and is not in its body, all asked for at once. */
async function readParts(
  graph: GraphClient,
  contract: ObjectTypeContract,
  listed: JsonObject,
  id: string,
  signal: AbortSignal,
): Promise<Parts> {
  const { children, links, castOf } = partsOf(contract, listed);
  const asked: [string, Promise<readonly JsonObject[]>][] = [
    ...children.map((child) => named(child.path, graph.children(contract, id, child, signal, castOf(child)))),
    ...links.map((link) => named(link.path, graph.links(contract, id, link, signal, castOf(link)))),
    ...(contract.assignments === "get" ? [named("assignments", graph.assignments(contract, id, signal))] : []),
  ];
  const parts = await Promise.all(asked.map(async ([name, reading]) => [name, await reading] as const));
  return Object.fromEntries(parts);
}

function named<T>(name: string, reading: Promise<T>): [string, Promise<T>] {
  return [name, reading];
}

function doubtOf(contract: ObjectTypeContract, before: JsonObject, body: JsonObject, parts: Parts): Doubt | undefined {
  const miscounted = contract.children.some(({ path, countedBy }) => {
    const announced = countedBy === undefined ? undefined : body[countedBy];
    return typeof announced === "number" && announced !== parts[path]?.length;
  });
  // Some types answer an empty list of assignments although the object says that it is assigned (graph-facts 2.5).
  const unassigned = body["isAssigned"] === true && parts["assignments"]?.length === 0;
  if (miscounted || unassigned) return "graph_count_mismatch";
  return lastModifiedOf(body) === lastModifiedOf(before) ? undefined : "object_changed";
}

function idOf({ key }: ObjectTypeContract, listed: JsonObject): string {
  const { id } = listed;
  if (typeof id === "string" && id !== "") return id;
  throw new Fault("graph_bad_response", "A listed object has no id.", { target: key });
}
