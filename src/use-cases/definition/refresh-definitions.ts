import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { type Counts, noCounts } from "../../domain/counts/counts.ts";
import { shrunkLists } from "../../domain/definition/definition-sets.ts";
import { toDefinitionsText } from "../../domain/definition/definitions-text.ts";
import { type DefinitionLanguage, definitionLanguages, fallbackLanguage } from "../../domain/definition/language.ts";
import type { SettingDefinition } from "../../domain/definition/setting-definition.ts";
import type { Failure } from "../../domain/failure/failure.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import type { OpenStep } from "../../domain/operation-run/one-step.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import { type CatalogDeps, type Catalogs, readCatalogs } from "./read-catalogs.ts";

export type RefreshDeps = Pick<TenantStores, "definitions" | "definitionBlobs"> &
  CatalogDeps & {
    readonly graph: Pick<GraphClient, "catalog" | "takeRequests" | "throttling">;
    readonly clock: Clock;
  };

/**
 * Reads what Microsoft calls settings, in every language, and keeps it for the whole platform: nothing of the tenant that
 * was asked is in it. A set replaces the one before when its blob is stored, so a reading that is interrupted is repeated;
 * one that shrank too much is refused, and names stay as they were. What a language does not name has the words of the
 * fallback.
 */
export function openRefresh(deps: RefreshDeps): OpenStep {
  let counts: Counts = noCounts;
  let added = { objectsAdded: 0, bytesAdded: 0 };

  async function refresh(signal: AbortSignal): Promise<Failure[]> {
    const failures: Failure[] = [];
    let fallback: ReadonlyMap<string, SettingDefinition> = new Map();
    for (const language of definitionLanguages) {
      const read = await readCatalogs(deps, language, signal);
      failures.push(...read.failures);
      const refused = refusalsOf(language, read, (await deps.definitions.sets())?.languages[language]?.perList ?? {});
      count(read, refused.length > 0);
      failures.push(...refused);
      // Where the fallback itself is in doubt, so are the others.
      if (refused.length > 0 && language === fallbackLanguage) break;
      if (refused.length > 0) continue;
      const whole = new Map([...fallback, ...read.definitions]);
      if (language === fallbackLanguage) fallback = whole;
      signal.throwIfAborted();
      await keep(language, whole, read);
    }
    return failures;
  }

  function count({ definitions: { size }, failures: gaps }: Catalogs, isRefused: boolean): void {
    counts = {
      ...counts,
      processed: counts.processed + size,
      succeeded: counts.succeeded + (isRefused ? 0 : size),
      failed: counts.failed + (isRefused ? Math.max(1, size) : 0),
      gaps: counts.gaps + gaps.length,
    };
  }

  async function keep(
    language: DefinitionLanguage,
    definitions: ReadonlyMap<string, SettingDefinition>,
    { perList }: Catalogs,
  ): Promise<void> {
    const text = toDefinitionsText(definitions);
    const hash = hashOfText(text);
    const bytes = await deps.definitionBlobs.put(language, hash, text);
    if (bytes > 0)
      added = { objectsAdded: added.objectsAdded + definitions.size, bytesAdded: added.bytesAdded + bytes };
    const before = await deps.definitions.sets();
    const set = { hash, perList, at: isoTime(deps.clock.nowMs()) };
    await deps.definitions.keepSets({ languages: { ...before?.languages, [language]: set } });
  }

  return {
    progress: () => ({ ...counts, ...spentOf(deps), waiting: null }),
    perform: async (signal) => {
      [counts, added] = [noCounts, { objectsAdded: 0, bytesAdded: 0 }];
      const failures = await refresh(signal);
      counts = { ...counts, total: counts.processed };
      return { failures, result: { ...added, graphRequests: deps.graph.takeRequests() } };
    },
  };
}

/** Why a set is not taken: lists that lost too much, or that there is nothing in it at all. */
function refusalsOf(language: DefinitionLanguage, read: Catalogs, before: Readonly<Record<string, number>>): Failure[] {
  const message = "Microsoft names far fewer settings than before: the names stay as they were.";
  const lists = read.definitions.size === 0 ? ["all"] : shrunkLists(before, read.perList);
  return lists.map((list) => ({ code: "definitions_shrank", message, target: `${language}/${list}`, count: 1 }));
}

function spentOf({ graph, categories, settings }: RefreshDeps) {
  const groups = [...new Set([categories, ...settings].map(({ serviceGroup }) => serviceGroup))];
  const spent = groups.map((group) => graph.throttling(group));
  const sumOf = (name: "asked" | "throttled" | "retried") => spent.reduce((sum, each) => sum + each[name], 0);
  return { asked: sumOf("asked"), throttled: sumOf("throttled"), retried: sumOf("retried") };
}
