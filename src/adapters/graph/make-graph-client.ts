import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { toGraphFault } from "./graph-error.ts";
import { batchSize } from "./graph-limits.ts";
import { listPages } from "./list-pages.ts";
import { below, idPlace, listingUrls, withQuery, workAhead } from "./listing-urls.ts";
import type { Reader } from "./make-reader.ts";
import { objectSchema, parseObject } from "./object-body.ts";
import { readAll } from "./paging.ts";
import { readChildren, readLinks } from "./read-parts.ts";
import { unlessNotFound } from "./unless-not-found.ts";

export type GraphClientOptions = {
  /** `https://graph.microsoft.com` or a sovereign cloud's. */
  readonly baseUrl: string;
  /** The reader of a service group; always the same one for the same group and version. */
  readonly readerOf: (contract: Pick<ObjectTypeContract, "serviceGroup" | "version">) => Reader;
} & Pick<GraphClient, "takeRequests" | "throttling">;

/** The client of one tenant: turns contracts into requests, and answers into objects or Faults. */
export function makeGraphClient({ baseUrl, readerOf, takeRequests, throttling }: GraphClientOptions): GraphClient {
  const listingsOf = (contract: ObjectTypeContract, signal: AbortSignal): AsyncIterable<string> =>
    listingUrls(`${baseUrl}/${contract.version}`, contract, readerOf(contract), signal);
  const places = new Map<string, Promise<readonly string[]>>();
  /** Asked once, however many objects are looked for: objects do not move to a parent that is newer than they are. */
  const placesOf = (contract: ObjectTypeContract, signal: AbortSignal): Promise<readonly string[]> => {
    const asked = places.get(contract.path) ?? Array.fromAsync(listingsOf(contract, signal));
    places.set(contract.path, asked);
    return asked;
  };
  const objectUrl = ({ version, path, read }: ObjectTypeContract, id: string): string =>
    read === "singleton" ? `${baseUrl}/${version}${path}` : `${baseUrl}/${version}${path}/${encodeURIComponent(id)}`;

  async function read(contract: ObjectTypeContract, url: string, target: string, signal: AbortSignal) {
    const answer = await readerOf(contract).get(withQuery(url, contract.query), "part", signal);
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw toGraphFault(answer, target);
    return withType(contract, parseObject(answer.body, target));
  }

  async function* list(contract: ObjectTypeContract, signal: AbortSignal): AsyncGenerator<readonly JsonObject[]> {
    if (contract.read === "singleton") {
      const object = await unlessNotFound(async () => read(contract, objectUrl(contract, ""), contract.key, signal));
      if (object) yield [object];
      return;
    }
    const lists = { reader: readerOf(contract), versionUrl: `${baseUrl}/${contract.version}`, signal };
    for await (const page of listPages(lists, contract)) yield page.map((item) => withType(contract, item));
  }

  async function get(contract: ObjectTypeContract, id: string, signal: AbortSignal): Promise<JsonObject | undefined> {
    const target = `${contract.key}/${id}`;
    if (!contract.path.includes(idPlace)) return read(contract, objectUrl(contract, id), target, signal);
    const look = (url: string) => read(contract, `${url}/${encodeURIComponent(id)}`, target, signal);
    for await (const found of workAhead(await placesOf(contract, signal), look, batchSize)) if (found) return found;
    return undefined;
  }

  return {
    list,
    get,
    children: (contract, id, child, signal, cast) =>
      readChildren({ reader: readerOf(contract), target: `${contract.key}/${id}`, signal }, child, {
        url: below(objectUrl(contract, id), child.path, cast),
      }),
    links: (contract, id, link, signal, cast) =>
      readLinks({ reader: readerOf(contract), target: `${contract.key}/${id}`, signal }, link, {
        url: below(objectUrl(contract, id), link.path, cast),
      }),
    takeRequests,
    throttling,
    assignments: (contract, id, signal) => {
      const url = `${objectUrl(contract, id)}/assignments`;
      return readAll({ reader: readerOf(contract), url, kind: "part", target: `${contract.key}/${id}`, signal });
    },
    byIds: (contract, ids, signal) => readByIds(baseUrl, readerOf(contract), contract, ids, signal),
  };
}

// https://learn.microsoft.com/graph/api/directoryobject-getbyids: up to 1,000 ids a call.
const idsPerCall = 1_000;

async function readByIds(
  baseUrl: string,
  reader: Reader,
  contract: ObjectTypeContract,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<JsonObject[]> {
  const found: JsonObject[] = [];
  for (let start = 0; start < ids.length; start += idsPerCall) {
    const body = { ids: ids.slice(start, start + idsPerCall), types: [contract.key] };
    const url = `${baseUrl}/${contract.version}/directoryObjects/getByIds`;
    const answer = await reader.ask(url, body, signal);
    if (answer.status !== 200) throw toGraphFault(answer, contract.key);
    const page = valueSchema.safeParse(answer.body);
    if (!page.success) {
      throw new Fault("graph_bad_response", "A list of Microsoft Graph has no value.", { target: contract.key });
    }
    found.push(...page.data.value.map((item) => withType(contract, item)));
  }
  return found;
}

/** A concrete collection leaves the type out (graph.md 2.7), and `@odata.context` names the request, not the object. */
function withType({ fixedOdataType, read, key }: ObjectTypeContract, item: JsonObject): JsonObject {
  const { "@odata.context": _context, ...rest } = item;
  const own = fixedOdataType === undefined ? rest : { "@odata.type": fixedOdataType, ...rest };
  return read === "singleton" ? { id: key, ...own } : own;
}

const valueSchema = z.object({ value: z.array(objectSchema) });
