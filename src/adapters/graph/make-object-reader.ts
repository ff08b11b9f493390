import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { ExpandedRelation } from "../../domain/graph/relations-of.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { readExpanded, withExpansion, withRelationsAsLists } from "./expanded-relations.ts";
import { toGraphFault } from "./graph-error.ts";
import { batchSize } from "./graph-limits.ts";
import { idPlaceholder, listingUrls, withQuery, workAhead } from "./listing-urls.ts";
import type { Reader } from "./make-reader.ts";
import { parseObject } from "./object-body.ts";
import { withType } from "./with-type.ts";

export type ObjectReaderOptions = {
  /** `https://graph.microsoft.com` or a sovereign cloud's. */
  readonly baseUrl: string;
  /** The reader of a service group; always the same one for the same group, version and language (BCP 47) of answers. */
  readonly readerOf: (contract: Pick<ObjectTypeContract, "serviceGroup" | "version">, language?: string) => Reader;
};

export type ObjectReader = Pick<GraphClient, "get"> & {
  /** Of a singleton, whatever the id. */
  readonly urlOf: (contract: ObjectTypeContract, id: string) => string;
};

/** Reads single objects, also those that lie below others. */
export function makeObjectReader({ baseUrl, readerOf }: ObjectReaderOptions): ObjectReader {
  const urlsByPath = new Map<string, Promise<readonly string[]>>();
  /** Read once, however many objects are looked for: objects do not move to a parent that is newer than they are. */
  const listingUrlsOf = (contract: ObjectTypeContract, signal: AbortSignal): Promise<readonly string[]> => {
    const lists = () => listingUrls(`${baseUrl}/${contract.version}`, contract, readerOf(contract), signal);
    const urls = urlsByPath.get(contract.path) ?? Array.fromAsync(lists());
    urlsByPath.set(contract.path, urls);
    return urls;
  };
  const urlOf = ({ version, path, read }: ObjectTypeContract, id: string): string =>
    read === "singleton" ? `${baseUrl}/${version}${path}` : `${baseUrl}/${version}${path}/${encodeURIComponent(id)}`;

  async function readAt(
    url: string,
    contract: ObjectTypeContract,
    id: string,
    { signal, relations }: { readonly signal: AbortSignal; readonly relations: readonly ExpandedRelation[] },
  ): Promise<JsonObject | undefined> {
    const target = contract.read === "singleton" && id === "" ? contract.key : `${contract.key}/${id}`;
    const requestUrl = withQuery(url, withExpansion(contract.query, relations));
    const answer = await readerOf(contract).get(requestUrl, "relation", signal);
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw toGraphFault(answer, target);
    return withRelationsAsLists(withType(contract, parseObject(answer.body, target)), relations, target);
  }

  return {
    urlOf,
    get: async (contract, id, signal, relations = []) => {
      if (!contract.path.includes(idPlaceholder)) {
        const read = (each: readonly ExpandedRelation[]) =>
          readAt(urlOf(contract, id), contract, id, { signal, relations: each });
        return readExpanded(read, relations);
      }
      const look = (url: string) => readAt(`${url}/${encodeURIComponent(id)}`, contract, id, { signal, relations: [] });
      for await (const found of workAhead(await listingUrlsOf(contract, signal), look, batchSize))
        if (found) return found;
      return undefined;
    },
  };
}
