import { Fault } from "../../domain/error/fault.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { partsOf } from "../../domain/graph/parts-of.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { type ListedObject, targetOf } from "./listed-object.ts";

export type Parts = Record<string, readonly JsonObject[]>;

/** A part that Graph has no way to: it costs itself, and nothing else of its object. */
export type MissingPart = { readonly name: string; readonly reason: Fault };

export type BodyAndParts = {
  /** Undefined when Graph says that the object does not exist. */
  readonly body: JsonObject | undefined;
  readonly parts: Parts;
  readonly missing: readonly MissingPart[];
};

/** An object's body and everything that belongs to it and is not in its body, all asked for at once. */
export async function readBodyAndParts(
  graph: GraphClient,
  contract: ObjectTypeContract,
  listed: ListedObject,
  { asksBody, signal }: { readonly asksBody: boolean; readonly signal: AbortSignal },
): Promise<BodyAndParts> {
  const { id, object } = listed;
  const { expanded } = partsOf(contract, object);
  const [body, byPath] = await Promise.all([
    asksBody ? graph.get(contract, id, signal, expanded) : object,
    Promise.all(askForParts(graph, contract, listed, signal).map(settle)),
  ]);
  const withBody = expanded.map(({ path }) => ({ name: path, items: body?.[path] }) as const);
  const given = [
    ...byPath.flatMap((part) => ("items" in part ? [[part.name, part.items] as const] : [])),
    // The client gives each part that comes with the body as a list of objects, or not at all.
    ...withBody.flatMap(({ name, items }) => (Array.isArray(items) ? [[name, items as readonly JsonObject[]]] : [])),
  ];
  const missing = [
    ...byPath.filter((part) => "reason" in part),
    ...withBody
      .filter(({ items }) => !Array.isArray(items))
      .map(({ name }) => ({ name, reason: noWay(contract, listed) })),
  ];
  return { body, parts: Object.fromEntries(given), missing };
}

type Asked = { readonly name: string; readonly isLink: boolean; readonly items: Promise<readonly JsonObject[]> };

function askForParts(
  graph: GraphClient,
  contract: ObjectTypeContract,
  { id, object }: ListedObject,
  signal: AbortSignal,
): Asked[] {
  const { children, links, castOf } = partsOf(contract, object);
  const assignments = (): Asked[] => [
    { name: "assignments", isLink: false, items: graph.assignments(contract, id, signal) },
  ];
  return [
    ...children.map((child): Asked => {
      return { name: child.path, isLink: false, items: graph.children(contract, id, child, signal, castOf(child)) };
    }),
    ...links.map((link): Asked => {
      return { name: link.path, isLink: true, items: graph.links(contract, id, link, signal, castOf(link)) };
    }),
    ...(contract.assignments === "get" ? assignments() : []),
  ];
}

type Settled = MissingPart | { readonly name: string; readonly items: readonly JsonObject[] };

/**
 * A part without a route is missing. So is a link that Graph refuses: what it answers for a reference that is not set is
 * on record nowhere. Any other fault is one of the whole object.
 */
async function settle({ name, isLink, items }: Asked): Promise<Settled> {
  try {
    return { name, items: await items };
  } catch (error) {
    const isPartOnly =
      error instanceof Fault && (error.code === "graph_no_route" || (isLink && error.code === "graph_refused"));
    if (isPartOnly) return { name, reason: error };
    throw error;
  }
}

function noWay(contract: ObjectTypeContract, listed: ListedObject): Fault {
  const said = "Microsoft Graph did not give it with the object.";
  return new Fault("graph_no_route", said, { target: targetOf(contract, listed) });
}
