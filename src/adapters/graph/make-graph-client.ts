import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import type { ByteBudget } from "../../domain/work/byte-budget.ts";
import { listPages } from "./list-pages.ts";
import { makeObjectReader, type ObjectReaderOptions } from "./make-object-reader.ts";
import { makeRelationReader } from "./make-relation-reader.ts";
import { readPagesInMemory } from "./page-memory.ts";
import { readByIds } from "./read-by-ids.ts";
import { readFeed } from "./read-feed.ts";
import { readLog } from "./read-log.ts";
import type { ObjectLocation } from "./read-relations.ts";
import { unlessNotFound } from "./unless-not-found.ts";
import { withType } from "./with-type.ts";

export type GraphClientOptions = ObjectReaderOptions &
  Pick<GraphClient, "takeRequests" | "throttling"> & {
    /** For pages of lists, of the whole worker. */
    readonly memory: ByteBudget;
  };

/** The client of one tenant: turns contracts into requests, and answers into objects or Faults. */
export function makeGraphClient({
  baseUrl,
  readerOf,
  memory,
  takeRequests,
  throttling,
}: GraphClientOptions): GraphClient {
  const { get, urlOf } = makeObjectReader({ baseUrl, readerOf });

  async function* list(contract: ObjectTypeContract, signal: AbortSignal): AsyncGenerator<readonly JsonObject[]> {
    if (contract.read === "singleton") {
      const object = await unlessNotFound(() => get(contract, "", signal));
      if (object) yield [object];
      return;
    }
    const lists = { reader: readerOf(contract), versionUrl: `${baseUrl}/${contract.version}`, signal, memory };
    for await (const page of listPages(lists, contract)) yield page.map((item) => withType(contract, item));
  }

  const placeOf = (contract: ObjectTypeContract, id: string, signal: AbortSignal): ObjectLocation => {
    const url = urlOf(contract, id);
    return { reader: readerOf(contract), url, target: `${contract.key}/${id}`, signal };
  };
  const versionUrlOf = ({ version }: ObjectTypeContract): string => `${baseUrl}/${version}`;

  return {
    list,
    get,
    ...makeRelationReader({ get, locationOf: placeOf, versionUrlOf }),
    takeRequests,
    throttling,
    changes: (contract, from, signal) => {
      const versionUrl = `${baseUrl}/${contract.version}`;
      return readFeed({ reader: readerOf(contract), versionUrl, contract, from, signal });
    },
    entries: (contract, span, signal) => {
      const versionUrl = `${baseUrl}/${contract.version}`;
      return readLog({ reader: readerOf(contract), versionUrl, contract, span, signal });
    },
    catalog: (contract, language, signal) => {
      const url = `${baseUrl}/${contract.version}${contract.path}`;
      const reader = readerOf(contract, language);
      return readPagesInMemory(memory, { reader, url, kind: "listing", target: contract.key, signal });
    },
    byIds: async (contract, ids, signal) => {
      const url = `${baseUrl}/${contract.version}/directoryObjects/getByIds`;
      const found = await readByIds({ reader: readerOf(contract), url, type: contract.key, signal }, ids);
      return found.map((item) => withType(contract, item));
    },
  };
}
