import { digestOfGroup, type Group, parseGroupProperties, toGroup } from "../../domain/directory/group.ts";
import type { DirectoryRepository, GroupWrite, StoredGroup } from "../../domain/directory/repository.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";

/** One thing that a feed said of a group; `removed` is its word that the group is gone. */
export type GroupNews = { readonly id: string; readonly item: JsonObject; readonly isRemoved: boolean };

/**
 * What a page says, the last word on each group. Fault `graph_bad_response` for anything that is no group: passing over it
 * would lose it, because the next round begins after it.
 */
export function toNews(items: readonly JsonObject[]): GroupNews[] {
  const news = items.map((item) => {
    const { id, "@removed": removed } = item;
    if (typeof id !== "string" || !guid.test(id) || !parseGroupProperties(item)) {
      throw new Fault("graph_bad_response", "The feed of groups holds what is no group.", { target: "groups" });
    }
    return { id, item, isRemoved: removed !== undefined };
  });
  return [...new Map(news.map((each) => [each.id, each])).values()];
}

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What is to be written after a page, given what is stored of its groups; nothing of a group that is as it was. */
export function planWrites(
  news: readonly GroupNews[],
  stored: ReadonlyMap<string, StoredGroup>,
  at: string,
): GroupWrite[] {
  return news.flatMap(({ id, item, isRemoved }) => {
    const before = stored.get(id);
    if (isRemoved) return before && !before.isDeleted ? [deletion(before, at)] : [];
    const group = toGroup(id, parseGroupProperties(item) ?? {}, before?.group);
    return before?.digest === digestOfGroup(group) ? [] : [{ group, version: before?.version }];
  });
}

function deletion({ group, version }: StoredGroup, at: string): GroupWrite {
  const deleted: Group = { ...group, deletedAt: at };
  return { group: deleted, version };
}

// As many as one query of the store takes.
const idsAtOnce = 500;

/** Marks groups as deleted that a complete reading did not show. Answers how many. */
export async function markAbsent(
  directory: Pick<DirectoryRepository, "groupsOf" | "write">,
  absent: readonly string[],
  at: string,
  signal: AbortSignal,
): Promise<number> {
  let marked = 0;
  for (let start = 0; start < absent.length; start += idsAtOnce) {
    signal.throwIfAborted();
    const stored = await directory.groupsOf(absent.slice(start, start + idsAtOnce));
    const writes = [...stored.values()].filter(({ isDeleted }) => !isDeleted).map((each) => deletion(each, at));
    await directory.write(writes);
    marked += writes.length;
  }
  return marked;
}
