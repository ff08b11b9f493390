import { Fault } from "../../domain/error/fault.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { relationsOf } from "../../domain/graph/relations-of.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { type ListedObject, targetOf } from "./listed-object.ts";

export type Relations = Record<string, readonly JsonObject[]>;

/** A relation that Graph has no way to: it costs itself, and nothing else of its object. */
export type MissingRelation = { readonly name: string; readonly reason: Fault };

export type BodyAndRelations = {
  /** Undefined when Graph says that the object does not exist. */
  readonly body: JsonObject | undefined;
  readonly relations: Relations;
  readonly missing: readonly MissingRelation[];
};

/** An object's body and everything that belongs to it and is not in its body, all requested at once. */
export async function readBodyAndRelations(
  graph: GraphClient,
  contract: ObjectTypeContract,
  listed: ListedObject,
  { asksBody, signal }: { readonly asksBody: boolean; readonly signal: AbortSignal },
): Promise<BodyAndRelations> {
  const { id, object } = listed;
  const { expanded } = relationsOf(contract, object);
  const [body, byPath] = await Promise.all([
    asksBody ? graph.get(contract, id, signal, expanded) : object,
    Promise.all(requestRelations(graph, contract, listed, signal).map(settle)),
  ]);
  const withBody = expanded.map(({ path }) => ({ name: path, items: body?.[path] }) as const);
  const read = [
    ...byPath.flatMap((relation) => ("items" in relation ? [[relation.name, relation.items] as const] : [])),
    // The client gives each relation that comes with the body as a list of objects, or not at all.
    ...withBody.flatMap(({ name, items }) => (Array.isArray(items) ? [[name, items as readonly JsonObject[]]] : [])),
  ];
  const missing = [
    ...byPath.filter((relation) => "reason" in relation),
    ...withBody
      .filter(({ items }) => !Array.isArray(items))
      .map(({ name }) => ({ name, reason: noRouteFault(contract, listed) })),
  ];
  return { body, relations: Object.fromEntries(read), missing };
}

type RelationRequest = {
  readonly name: string;
  readonly isLink: boolean;
  readonly items: Promise<readonly JsonObject[]>;
};

function requestRelations(
  graph: GraphClient,
  contract: ObjectTypeContract,
  { id, object }: ListedObject,
  signal: AbortSignal,
): RelationRequest[] {
  const { children, links, castOf } = relationsOf(contract, object);
  const assignments = (): RelationRequest[] => [
    { name: "assignments", isLink: false, items: graph.assignments(contract, id, signal) },
  ];
  return [
    ...children.map((child): RelationRequest => {
      return { name: child.path, isLink: false, items: graph.children(contract, id, child, signal, castOf(child)) };
    }),
    ...links.map((link): RelationRequest => {
      return { name: link.path, isLink: true, items: graph.links(contract, id, link, signal, castOf(link)) };
    }),
    ...(contract.assignments === "get" ? assignments() : []),
  ];
}

type RelationResult = MissingRelation | { readonly name: string; readonly items: readonly JsonObject[] };

/**
 * A relation without a route is missing. So is a link that Graph refuses: what it answers for a reference that is not set is
 * on record nowhere. Any other fault is one of the whole object.
 */
async function settle({ name, isLink, items }: RelationRequest): Promise<RelationResult> {
  try {
    return { name, items: await items };
  } catch (error) {
    const isOfRelationOnly =
      error instanceof Fault && (error.code === "graph_no_route" || (isLink && error.code === "graph_refused"));
    if (isOfRelationOnly) return { name, reason: error };
    throw error;
  }
}

function noRouteFault(contract: ObjectTypeContract, listed: ListedObject): Fault {
  const said = "Microsoft Graph did not give it with the object.";
  return new Fault("graph_no_route", said, { target: targetOf(contract, listed) });
}
