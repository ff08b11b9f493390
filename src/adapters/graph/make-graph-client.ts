import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { toGraphFault } from "./graph-error.ts";
import { listPages } from "./list-pages.ts";
import { makeObjectReader, type ObjectReaderOptions } from "./make-object-reader.ts";
import { makePartReader } from "./make-part-reader.ts";
import type { Reader } from "./make-reader.ts";
import { objectSchema } from "./object-body.ts";
import type { Place } from "./read-parts.ts";
import { unlessNotFound } from "./unless-not-found.ts";
import { withType } from "./with-type.ts";

export type GraphClientOptions = ObjectReaderOptions & Pick<GraphClient, "takeRequests" | "throttling">;

/** The client of one tenant: turns contracts into requests, and answers into objects or Faults. */
export function makeGraphClient({ baseUrl, readerOf, takeRequests, throttling }: GraphClientOptions): GraphClient {
  const { get, urlOf } = makeObjectReader({ baseUrl, readerOf });

  async function* list(contract: ObjectTypeContract, signal: AbortSignal): AsyncGenerator<readonly JsonObject[]> {
    if (contract.read === "singleton") {
      const object = await unlessNotFound(() => get(contract, "", signal));
      if (object) yield [object];
      return;
    }
    const lists = { reader: readerOf(contract), versionUrl: `${baseUrl}/${contract.version}`, signal };
    for await (const page of listPages(lists, contract)) yield page.map((item) => withType(contract, item));
  }

  const placeOf = (contract: ObjectTypeContract, id: string, signal: AbortSignal): Place => {
    const url = urlOf(contract, id);
    return { reader: readerOf(contract), url, target: `${contract.key}/${id}`, signal };
  };
  const versionUrlOf = ({ version }: ObjectTypeContract): string => `${baseUrl}/${version}`;

  return {
    list,
    get,
    ...makePartReader({ get, placeOf, versionUrlOf }),
    takeRequests,
    throttling,
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

const valueSchema = z.object({ value: z.array(objectSchema) });
