import { Fault } from "../../domain/error/fault.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { partsOf } from "../../domain/graph/parts-of.ts";
import { lastModifiedOf } from "../../domain/graph/to-observed-object.ts";
import { claimantOf } from "../../domain/graph/type-of-object.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { type ListedObject, targetOf } from "./listed-object.ts";
import { type BodyAndParts, type MissingPart, type Parts, readBodyAndParts } from "./read-parts.ts";

export type WantedObject = {
  readonly contract: ObjectTypeContract;
  /** All types of its collection. */
  readonly siblings: readonly ObjectTypeContract[];
  readonly listed: ListedObject;
  readonly signal: AbortSignal;
};

/** The object with its children, links and assignments; or why it seems not to be what its list showed any more. */
export type WholeObject =
  | { readonly whole: JsonObject; readonly missing: readonly MissingPart[] }
  | { readonly doubt: Fault };

// An object that somebody edits right now changes a few times in a row; more means that it never holds still.
const tries = 4;

/**
 * Reads an object whole: body, children, links and assignments, asked for at once. When it changed since the reading
 * before, or its parts do not match the count it announces, it is read again; when that stays so it is a Fault, never a
 * half object. An answer 404 for any of them, or a body of another type, is a doubt.
 */
export async function readWholeObject(graph: GraphClient, wanted: WantedObject): Promise<WholeObject> {
  const { contract, listed } = wanted;
  const target = targetOf(contract, listed);
  let before = listed.object;
  for (let count = 1; ; count += 1) {
    const read = await readOnce(graph, wanted, { isBodyAsked: count > 1 });
    if ("doubt" in read) return read;
    const { body, parts, missing } = read;
    // An error with status 200 is an answer too, and no object (pitfall 7).
    if (body["id"] !== listed.id) throw new Fault("graph_bad_response", "Another object was answered.", { target });
    if (claimantOf(wanted.siblings, body)?.key !== contract.key) {
      return { doubt: new Fault("object_changed", "The object became another type.", { target }) };
    }
    const unrest = unrestOf(contract, before, body, parts);
    if (unrest === undefined) return { whole: { ...body, ...parts }, missing };
    if (count >= tries) throw new Fault(unrest, unrestTexts[unrest], { target });
    before = body;
  }
}

const unrestTexts = {
  graph_count_mismatch: "The parts of the object do not match what it announces.",
  object_changed: "The object changed each time it was read.",
};

type Unrest = keyof typeof unrestTexts;
type ReadOnce = (Omit<BodyAndParts, "body"> & { readonly body: JsonObject }) | { readonly doubt: Fault };

async function readOnce(
  graph: GraphClient,
  { contract, listed, signal }: WantedObject,
  { isBodyAsked }: { readonly isBodyAsked: boolean },
): Promise<ReadOnce> {
  const asksBody = isBodyAsked || partsOf(contract, listed.object).isBodyAsked;
  try {
    const { body, ...others } = await readBodyAndParts(graph, contract, listed, { asksBody, signal });
    return body === undefined ? { doubt: notFound(targetOf(contract, listed)) } : { body, ...others };
  } catch (error) {
    if (error instanceof Fault && error.code === "graph_not_found") return { doubt: error };
    throw error;
  }
}

function notFound(target: string): Fault {
  return new Fault("graph_not_found", "Microsoft Graph lists it, and answers 404 when it is read.", { target });
}

function unrestOf(
  contract: ObjectTypeContract,
  before: JsonObject,
  body: JsonObject,
  parts: Parts,
): Unrest | undefined {
  const miscounted = contract.children.some(({ path, countedBy }) => {
    const announced = countedBy === undefined ? undefined : body[countedBy];
    // A part that Graph has no way to is told as missing, not as miscounted.
    const read = parts[path]?.length;
    return typeof announced === "number" && read !== undefined && announced !== read;
  });
  // Some types answer an empty list of assignments although the object says that it is assigned (graph.md 2.5).
  const unassigned = body["isAssigned"] === true && parts["assignments"]?.length === 0;
  if (miscounted || unassigned) return "graph_count_mismatch";
  return lastModifiedOf(body) === lastModifiedOf(before) ? undefined : "object_changed";
}
