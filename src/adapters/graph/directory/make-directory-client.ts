import type { Clock } from "../../../domain/clock/clock.ts";
import type { DirectoryAddress, DirectoryClient } from "../../../domain/graph/directory-client.ts";
import type { DirectoryContract } from "../../../domain/graph/directory-contract.ts";
import { toGraphFault } from "../graph-error.ts";
import { limitsOf } from "../graph-limits.ts";
import { makeGroupUsage } from "../group-usage.ts";
import { makeLimiter } from "../make-limiter.ts";
import { makeReader } from "../make-reader.ts";
import { makeTokenCache } from "../make-token-cache.ts";
import { parseObject } from "../object-body.ts";
import { readAll } from "../paging.ts";
import { retryDelayMs } from "../retry-delay.ts";
import { makeTransport } from "../transport.ts";
import { type TokenSource, tokenOf, withToken } from "../with-token.ts";
import { makeWriter } from "./make-writer.ts";

export type DirectoryClientOptions = {
  /** `https://graph.microsoft.com` or a sovereign cloud's. */
  readonly baseUrl: string;
  /** The scope of tokens, such as `https://graph.microsoft.com/.default`. */
  readonly scope: string;
  /** Signed in to the one directory that is worked on. */
  readonly source: TokenSource;
  readonly clock: Clock;
  /** A guid, by which Microsoft finds all requests of this client. */
  readonly requestId: string;
};

/** The client for setting up the product, on the same layers as all others: token, limiter, retry, paging. */
export function makeDirectoryClient(options: DirectoryClientOptions): DirectoryClient {
  const { baseUrl, scope, source, clock, requestId } = options;
  const limits = limitsOf("directory");
  const limiter = makeLimiter(limits, clock);
  const headers = { accept: "application/json", "client-request-id": requestId };
  const cachedTokens = makeTokenCache(() => source, clock);
  const send = withToken(makeTransport(), cachedTokens, scope);
  const prepare = async (signal: AbortSignal): Promise<void> => void (await tokenOf(cachedTokens, scope, signal));
  const versionUrl = `${baseUrl}/v1.0`;
  const reader = makeReader({ send, prepare, limiter, use: makeGroupUsage(), limits, clock, versionUrl, headers });
  const write = makeWriter({ send, limiter, clock, headers });

  const find: DirectoryClient["find"] = async (contract, address, signal) => {
    const answer = await reader.get(`${objectUrl(baseUrl, contract, address)}?${query(contract)}`, "listing", signal);
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw toGraphFault(answer, contract.key);
    return parseObject(answer.body, contract.key);
  };

  const findWritten: DirectoryClient["findWritten"] = async (contract, address, signal) => {
    for (let tries = 1; tries < maxLooks; tries += 1) {
      const found = await find(contract, address, signal);
      if (found) return found;
      await clock.pause(retryDelayMs(clock, tries, undefined), signal);
    }
    throw toGraphFault({ status: 404, body: undefined }, contract.key);
  };

  return {
    find,
    list: (contract, within, signal) => {
      const url = `${collectionUrl(baseUrl, contract, within)}?${query(contract)}`;
      return readAll({ reader, url, kind: "listing", target: contract.key, signal });
    },
    upsert: async (contract, address, body, signal) => {
      const url = objectUrl(baseUrl, contract, address);
      const answer = await write({ url, body, createIfMissing: true, signal });
      if (answer.status === 201) return parseObject(answer.body, contract.key);
      if (answer.status !== 204) throw toGraphFault(answer, contract.key);
      return undefined;
    },
    findWritten,
    update: async (contract, address, body, signal) => {
      const url = objectUrl(baseUrl, contract, address);
      const answer = await write({ url, body, createIfMissing: false, signal });
      if (answer.status !== 204) throw toGraphFault(answer, contract.key);
    },
  };
}

// As patient as the writer.
const maxLooks = 10;

function query({ select }: DirectoryContract): string {
  return `$select=${select.join(",")}`;
}

function objectUrl(baseUrl: string, contract: DirectoryContract, { key, within }: DirectoryAddress): string {
  return `${collectionUrl(baseUrl, contract, within)}${named(contract.alternateKey, key)}`;
}

function collectionUrl(baseUrl: string, { version, path, within }: DirectoryContract, holder: string | undefined) {
  const above = within && holder !== undefined ? `${within.path}${named(within.alternateKey, holder)}` : "";
  return `${baseUrl}/${version}${above}${path}`;
}

/** OData writes a quote inside a key twice. */
function named(alternateKey: string, key: string): string {
  return `(${alternateKey}='${encodeURIComponent(key.replaceAll("'", "''"))}')`;
}
