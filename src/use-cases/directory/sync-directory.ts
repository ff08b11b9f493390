import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { type Counts, noCounts } from "../../domain/counts/counts.ts";
import { digestOfGroup, parseGroupProperties, toGroup } from "../../domain/directory/group.ts";
import type { DirectoryRepository, GroupWrite, KnownGroup } from "../../domain/directory/repository.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { FeedContract } from "../../domain/graph/feed-contract.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { OpenStep } from "../../domain/operation-run/one-step.ts";
import { type GroupNews, markAbsent, planWrites, toNews } from "./apply-page.ts";

export type SyncDirectoryDeps = {
  readonly directory: DirectoryRepository;
  readonly graph: Pick<GraphClient, "changes" | "takeRequests" | "throttling">;
  readonly feed: FeedContract;
  readonly clock: Clock;
};

/** What one page leads to; told how far the reading is. */
type Round = {
  readonly from: string | null;
  readonly plan: (news: readonly GroupNews[], at: string) => Promise<GroupWrite[]>;
  /** After the last page. */
  readonly finish: (at: string, signal: AbortSignal) => Promise<number>;
};

/**
 * Reads what changed of the groups since the last complete reading, or all of them where there was none or Graph no longer
 * knows its link. A group is deleted on positive evidence only: Graph says so, or a complete reading does not have it.
 * The link moves last, so a reading that is interrupted anywhere is repeated, and what it wrote is not written again.
 */
export function openSync(deps: SyncDirectoryDeps): OpenStep {
  let counts: Counts = noCounts;
  let written = 0;

  async function read(round: Round, signal: AbortSignal): Promise<string> {
    const at = isoTime(deps.clock.nowMs());
    counts = noCounts;
    for await (const { items, link } of deps.graph.changes(deps.feed, round.from, signal)) {
      signal.throwIfAborted();
      const news = toNews(items);
      const writes = await round.plan(news, at);
      await deps.directory.write(writes);
      written += writes.length;
      const succeeded = counts.succeeded + news.length;
      counts = { ...counts, processed: succeeded, succeeded };
      if (link === null) continue;
      written += await round.finish(at, signal);
      signal.throwIfAborted();
      await deps.directory.keepState({ link, asOf: at });
      counts = { ...counts, total: counts.processed };
      return at;
    }
    throw new Fault("graph_bad_response", "The feed of groups ended without a link.", { target: deps.feed.key });
  }

  return {
    progress: () => {
      const { asked, throttled, retried } = deps.graph.throttling(deps.feed.serviceGroup);
      return { ...counts, asked, throttled, retried, waiting: null };
    },
    perform: async (signal) => {
      const state = await deps.directory.state();
      try {
        await read(state ? changesRound(deps, state.link) : await wholeRound(deps), signal);
      } catch (error) {
        if (!state || !(error instanceof Fault && error.code === "graph_feed_expired")) throw error;
        await read(await wholeRound(deps), signal);
      }
      return {
        failures: [],
        result: { objectsAdded: written, bytesAdded: 0, graphRequests: deps.graph.takeRequests() },
      };
    },
  };
}

/** What changed since a link: pages name few groups, so what is stored of them is read page by page. */
function changesRound({ directory }: SyncDirectoryDeps, from: string): Round {
  return {
    from,
    plan: async (news, at) => (news.length === 0 ? [] : planWrites(news, await directory.groupsOf(idsOf(news)), at)),
    finish: async () => 0,
  };
}

/** Everything: what is stored is known in short, and whatever the pages do not name is gone. */
async function wholeRound({ directory }: SyncDirectoryDeps): Promise<Round> {
  const known = await directory.known();
  const unseen = new Set(known.keys());
  // A feed may name a group again later in one reading: what is known of it then is older than what was written.
  const written = new Set<string>();
  return {
    from: null,
    plan: async (news, at) => {
      for (const { id, isRemoved } of news) {
        if (isRemoved) unseen.add(id);
        else unseen.delete(id);
      }
      const again = news.filter(({ id }) => written.has(id));
      const stored = again.length === 0 ? new Map() : await directory.groupsOf(idsOf(again));
      const first = news.filter(({ id, isRemoved }) => !isRemoved && !written.has(id));
      const writes = [...first.flatMap((each) => toWrite(each, known.get(each.id))), ...planWrites(again, stored, at)];
      for (const { group } of writes) written.add(group.id);
      return writes;
    },
    finish: (at, signal) => markAbsent(directory, [...unseen], at, signal),
  };
}

/** What Graph leaves out of a whole reading was never set, so nothing of before is asked. */
function toWrite({ id, item }: GroupNews, before: KnownGroup | undefined): GroupWrite[] {
  const group = toGroup(id, parseGroupProperties(item) ?? {}, undefined);
  return before?.digest === digestOfGroup(group) ? [] : [{ group, version: before?.version }];
}

function idsOf(news: readonly GroupNews[]): string[] {
  return news.map(({ id }) => id);
}
