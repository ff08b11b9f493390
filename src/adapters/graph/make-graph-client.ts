import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ContractChild, ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/observation/observed-object.ts";
import { toGraphFault } from "./graph-error.ts";
import type { Reader } from "./make-reader.ts";
import { readAll, walkPages } from "./paging.ts";

export type GraphClientOptions = {
  /** `https://graph.microsoft.com` or a sovereign cloud's. */
  readonly baseUrl: string;
  /** The reader of a service group; always the same one for the same group and version. */
  readonly readerOf: (contract: Pick<ObjectTypeContract, "serviceGroup" | "version">) => Reader;
  readonly requests: () => number;
};

/** The client of one tenant: turns contracts into requests, and answers into objects or Faults. */
export function makeGraphClient({ baseUrl, readerOf, requests }: GraphClientOptions): GraphClient {
  const collectionUrl = ({ version, path }: ObjectTypeContract): string => `${baseUrl}/${version}${path}`;
  const objectUrl = (contract: ObjectTypeContract, id: string): string =>
    `${collectionUrl(contract)}/${encodeURIComponent(id)}`;

  async function* list(contract: ObjectTypeContract, signal: AbortSignal): AsyncGenerator<readonly JsonObject[]> {
    const walk = {
      reader: readerOf(contract),
      url: collectionUrl(contract),
      kind: "listing",
      target: contract.key,
    } as const;
    for await (const page of walkPages({ ...walk, signal })) {
      yield page.filter((item) => isOfType(contract, item)).map((item) => withType(contract, item));
    }
  }

  async function children(contract: ObjectTypeContract, id: string, child: ContractChild, signal: AbortSignal) {
    const reader = readerOf(contract);
    const target = `${contract.key}/${id}`;
    const url = `${objectUrl(contract, id)}/${child.path}`;
    const items = await readAll({ reader, url: withQuery(url, child.query), kind: "part", target, signal });
    const { nested } = child;
    if (!nested) return items;
    return Promise.all(
      items.map(async (item) => {
        const below = `${url}/${encodeURIComponent(idOf(item, target))}/${nested.path}`;
        const walk = { reader, url: withQuery(below, nested.query), kind: "part", target, signal } as const;
        return { ...item, [nested.path]: await readAll(walk) };
      }),
    );
  }

  return {
    list,
    children,
    requests,
    get: async (contract, id, signal) => {
      const target = `${contract.key}/${id}`;
      const url = withQuery(objectUrl(contract, id), contract.detailQuery);
      const answer = await readerOf(contract).get(url, "part", signal);
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw toGraphFault(answer, target);
      return withType(contract, parseObject(answer.body, target));
    },
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
    found.push(...valueSchema.parse(answer.body).value.map((item) => withType(contract, item)));
  }
  return found;
}

const objectSchema = z.custom<JsonObject>((item) => typeof item === "object" && item !== null && !Array.isArray(item));
const valueSchema = z.object({ value: z.array(objectSchema) });

function parseObject(body: unknown, target: string): JsonObject {
  const parsed = objectSchema.safeParse(body);
  if (!parsed.success) throw new Fault("graph_bad_response", "An answer of Microsoft Graph is no object.", { target });
  return parsed.data;
}

function idOf(item: JsonObject, target: string): string {
  const { id } = item;
  if (typeof id === "string" && id !== "") return id;
  throw new Fault("graph_bad_response", "An object of Microsoft Graph has no id.", { target });
}

function isOfType({ odataTypes }: ObjectTypeContract, item: JsonObject): boolean {
  const type = item["@odata.type"];
  return odataTypes === null || (typeof type === "string" && odataTypes.includes(type));
}

/** A concrete collection leaves the type out (graph-facts 2.7), and `@odata.context` names the request, not the object. */
function withType({ fixedOdataType }: ObjectTypeContract, item: JsonObject): JsonObject {
  const { "@odata.context": _context, ...rest } = item;
  return fixedOdataType === undefined ? rest : { "@odata.type": fixedOdataType, ...rest };
}

function withQuery(url: string, query: string | undefined): string {
  return query === undefined ? url : `${url}?${query}`;
}
