import { Fault } from "../../domain/error/fault.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { relationsOf } from "../../domain/graph/relations-of.ts";
import { lastModifiedOf } from "../../domain/graph/to-observed-object.ts";
import { claimantOf } from "../../domain/graph/type-of-object.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { type ListedObject, targetOf } from "./listed-object.ts";
import { type BodyAndRelations, type MissingRelation, type Relations, readBodyAndRelations } from "./read-relations.ts";

export type ObjectToRead = {
  readonly contract: ObjectTypeContract;
  /** All types of its collection. */
  readonly siblings: readonly ObjectTypeContract[];
  readonly listed: ListedObject;
  readonly signal: AbortSignal;
};

/** The object with its children, links and assignments; or why it seems not to be what its list showed any more. */
export type WholeObject =
  | { readonly whole: JsonObject; readonly missing: readonly MissingRelation[] }
  | { readonly discrepancy: Fault };

// An object that somebody edits right now changes a few times in a row; more means that it never holds still.
const tries = 4;

/**
 * Reads an object whole: body, children, links and assignments, requested at once. When it changed since the reading
 * before, or its relations do not match the count it announces, it is read again; when that stays so it is a Fault, never a
 * half object. An answer 404 for any of them, or a body of another type, is a discrepancy.
 */
export async function readWholeObject(graph: GraphClient, object: ObjectToRead): Promise<WholeObject> {
  const { contract, listed } = object;
  const target = targetOf(contract, listed);
  let before = listed.object;
  for (let count = 1; ; count += 1) {
    const read = await readOnce(graph, object, { isBodyAsked: count > 1 });
    if ("discrepancy" in read) return read;
    const { body, relations, missing } = read;
    // An error with status 200 is an answer too, and no object (pitfall 7).
    if (body["id"] !== listed.id) throw new Fault("graph_bad_response", "Another object was answered.", { target });
    if (claimantOf(object.siblings, body)?.key !== contract.key) {
      return { discrepancy: new Fault("object_changed", "The object became another type.", { target }) };
    }
    const inconsistency = inconsistencyOf(contract, before, body, relations);
    if (inconsistency === undefined) return { whole: { ...body, ...relations }, missing };
    if (count >= tries) throw new Fault(inconsistency, inconsistencyTexts[inconsistency], { target });
    before = body;
  }
}

const inconsistencyTexts = {
  graph_count_mismatch: "The relations of the object do not match what it announces.",
  object_changed: "The object changed each time it was read.",
};

type Inconsistency = keyof typeof inconsistencyTexts;
type ReadOnce = (Omit<BodyAndRelations, "body"> & { readonly body: JsonObject }) | { readonly discrepancy: Fault };

async function readOnce(
  graph: GraphClient,
  { contract, listed, signal }: ObjectToRead,
  { isBodyAsked }: { readonly isBodyAsked: boolean },
): Promise<ReadOnce> {
  const asksBody = isBodyAsked || relationsOf(contract, listed.object).isBodyAsked;
  try {
    const { body, ...others } = await readBodyAndRelations(graph, contract, listed, { asksBody, signal });
    return body === undefined ? { discrepancy: notFound(targetOf(contract, listed)) } : { body, ...others };
  } catch (error) {
    if (error instanceof Fault && error.code === "graph_not_found") return { discrepancy: error };
    throw error;
  }
}

function notFound(target: string): Fault {
  return new Fault("graph_not_found", "Microsoft Graph lists it, and answers 404 when it is read.", { target });
}

function inconsistencyOf(
  contract: ObjectTypeContract,
  before: JsonObject,
  body: JsonObject,
  relations: Relations,
): Inconsistency | undefined {
  const miscounted = contract.children.some(({ path, countedBy }) => {
    const announced = countedBy === undefined ? undefined : body[countedBy];
    // A relation that Graph has no route to is reported as missing, not as miscounted.
    const read = relations[path]?.length;
    return typeof announced === "number" && read !== undefined && announced !== read;
  });
  // Some types answer an empty list of assignments although the object says that it is assigned (graph.md 2.5).
  const unassigned = body["isAssigned"] === true && relations["assignments"]?.length === 0;
  if (miscounted || unassigned) return "graph_count_mismatch";
  return lastModifiedOf(body) === lastModifiedOf(before) ? undefined : "object_changed";
}
