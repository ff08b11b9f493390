import { z } from "zod";
import { parseGroupProperties, toGroup } from "../../domain/directory/group.ts";
import type { FoundGroup, PersonalSearch, SearchGroups } from "../../domain/directory/personal-search.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { PersonalSearchContract } from "../../domain/graph/feed-contract.ts";
import { type ExchangeOptions, exchangeToken } from "./exchange-token.ts";

export type GroupSearchOptions = Omit<ExchangeOptions, "scope" | "credential"> & {
  readonly baseUrl: string;
  /** `https://graph.microsoft.com` of the cloud: what scopes begin with, whatever host answers. */
  readonly resource: string;
  readonly contract: PersonalSearchContract;
  /** For exchange and answer together, in milliseconds. */
  readonly timeoutMs: number;
  readonly credential: (signal: AbortSignal) => Promise<string>;
};

/** Searches groups in the name of the person who calls: one exchange, one question, no second try, nothing kept. */
export function makeGroupSearch(options: GroupSearchOptions): SearchGroups {
  return async (search) => {
    const signal = AbortSignal.timeout(options.timeoutMs);
    try {
      const scope = `${options.resource}/${options.contract.scope}`;
      const credential = () => options.credential(signal);
      const token = await exchangeToken({ ...options, scope, credential }, search, signal);
      return await ask(options, search, token, signal);
    } catch (error) {
      if (error instanceof Fault) throw error;
      throw new Fault("directory_unavailable", "The directory gave no answer to the search.", { cause: error });
    }
  };
}

const answerSchema = z.object({ value: z.array(z.looseObject({ id: z.string() })) });

async function ask(
  { baseUrl, contract }: GroupSearchOptions,
  { text }: PersonalSearch,
  token: string,
  signal: AbortSignal,
): Promise<FoundGroup[]> {
  const query = new URLSearchParams({
    $filter: `startswith(${contract.by},'${text.replaceAll("'", "''")}')`,
    $select: contract.select.join(","),
    $top: String(contract.most),
  });
  const url = `${baseUrl}/${contract.version}${contract.path}?${query.toString()}`;
  const headers = { authorization: `Bearer ${token}`, accept: "application/json" };
  const response = await fetch(url, { headers, signal, redirect: "error" });
  if (response.status === 403)
    throw new Fault("delegated_consent_required", "Microsoft Graph lets this person see no groups.");
  if (response.status !== 200) throw new Error(`Microsoft Graph answered ${response.status}.`);
  const { value } = answerSchema.parse(await response.json());
  return value.slice(0, contract.most).map((item) => {
    const { id, name, description, kind } = toGroup(item.id, parseGroupProperties(item as never) ?? {}, undefined);
    return { id, name, description, kind };
  });
}
