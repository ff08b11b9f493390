import type { DefinitionCounts } from "../../domain/definition/definition-sets.ts";
import type { DefinitionLanguage } from "../../domain/definition/language.ts";
import { type SettingDefinition, toCategory, toSettingDefinition } from "../../domain/definition/setting-definition.ts";
import { Fault } from "../../domain/error/fault.ts";
import { type Failure, toFailure } from "../../domain/failure/failure.ts";
import type { CatalogContract } from "../../domain/graph/feed-contract.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";

export type CatalogDeps = {
  readonly graph: Pick<GraphClient, "catalog">;
  readonly categories: CatalogContract;
  readonly settings: readonly CatalogContract[];
};

/** What Microsoft's lists gave in one language; a list that was refused has no count. */
export type Catalogs = {
  readonly definitions: Map<string, SettingDefinition>;
  readonly perList: DefinitionCounts;
  readonly failures: readonly Failure[];
};

/** What Graph refuses as a whole and for good: the other lists are read all the same. */
const refusals: ReadonlySet<string> = new Set(["graph_forbidden", "graph_no_route", "graph_refused", "not_licensed"]);

/** Reads every list to its last page; what was read of a list that did not come to its end counts for nothing. */
export async function readCatalogs(
  { graph, categories, settings }: CatalogDeps,
  language: DefinitionLanguage,
  signal: AbortSignal,
): Promise<Catalogs> {
  const [definitions, failures] = [new Map<string, SettingDefinition>(), [] as Failure[]];
  const perList: Record<string, number> = {};

  async function read<T>(contract: CatalogContract, take: (item: JsonObject) => T | undefined): Promise<T[]> {
    const taken: T[] = [];
    let count = 0;
    try {
      for await (const page of graph.catalog(contract, language, signal)) {
        signal.throwIfAborted();
        count += page.length;
        taken.push(...page.map(take).filter((kept): kept is T => kept !== undefined));
      }
    } catch (error) {
      if (!(error instanceof Fault && refusals.has(error.code))) throw error;
      failures.push(toFailure(error, `${language}/${contract.key}`));
      return [];
    }
    perList[contract.key] = count;
    return taken;
  }

  const named = new Map(await read(categories, toCategory));
  for (const contract of settings) {
    for (const each of await read(contract, (item) => toSettingDefinition(item, named))) {
      if (!definitions.has(each.id)) definitions.set(each.id, each);
    }
  }
  return { definitions, perList, failures };
}
