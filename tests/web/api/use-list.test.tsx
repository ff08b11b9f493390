import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useRuns } from "../../../web/src/api/run.ts";
import { joinPages, type Page } from "../../../web/src/api/use-list.ts";
import { type Asked, advance, anApi, aRefusal } from "./support/an-api.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const run = (number: number, status = "completed") => ({ id: `run-${number}`, status });
const runs = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => run(from - index));

/** Runs 1 to `newest`, the newest first; a page begins behind the run that its token names. */
function pageOf(newest: number, { query }: Asked): Page<unknown> {
  const from = query["page"] === undefined ? newest : Number(query["page"]) - 1;
  const to = Math.max(1, from - Number(query["limit"]) + 1);
  return { items: runs(from, to), nextPage: to === 1 ? null : String(to) };
}

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe("a list", () => {
  it("asks for 50 rows, and for 200 more each time that the end comes near", async () => {
    const { asked, wrapper } = anApi((one) => pageOf(400, one));
    const { result } = renderHook(() => useRuns("t", {}), { wrapper });
    expect(result.current.isLoading).toBe(true);
    await advance(1);
    expect([result.current.items.length, result.current.hasMore]).toEqual([50, true]);
    for (const expected of [250, 400]) {
      result.current.loadMore();
      await advance(1);
      expect(result.current.items).toHaveLength(expected);
    }
    expect(idsOf(result.current.items)).toEqual(idsOf(runs(400, 1)));
    expect(result.current.hasMore).toBe(false);
    expect(asked.map(({ query }) => query)).toEqual([
      { limit: 50 },
      { limit: 200, page: "351" },
      { limit: 200, page: "151" },
    ]);
  });

  it("of a poll takes only the first page, and shows what is new above what was loaded", async () => {
    let newest = 400;
    const { asked, wrapper } = anApi((one) => pageOf(newest, one));
    const { result } = renderHook(() => useRuns("t", {}), { wrapper });
    await advance(1);
    result.current.loadMore();
    await advance(1);
    newest = 403;
    asked.length = 0;
    await advance(15_000);
    expect(asked.map(({ query }) => query)).toEqual([{ limit: 50 }]);
    expect(idsOf(result.current.items)).toEqual(idsOf(runs(403, 151)));
  });

  it("begins anew when so much is new that rows between may be missing", async () => {
    let newest = 400;
    const { wrapper } = anApi((one) => pageOf(newest, one));
    const { result } = renderHook(() => useRuns("t", {}), { wrapper });
    await advance(1);
    result.current.loadMore();
    await advance(1);
    newest = 460;
    await advance(15_001);
    expect(idsOf(result.current.items)).toEqual(idsOf(runs(460, 411)));
    result.current.loadMore();
    await advance(1);
    expect(idsOf(result.current.items)).toEqual(idsOf(runs(460, 211)));
  });

  it("is asked each 2 seconds while something on it is active, else each 15", async () => {
    let status = "running";
    const { asked, wrapper } = anApi(() => ({ items: [run(1, status)], nextPage: null }));
    renderHook(() => useRuns("t", {}), { wrapper });
    await advance(1);
    await advance(4_000);
    expect(asked).toHaveLength(3);
    status = "completed";
    await advance(2_000);
    await advance(14_000);
    expect(asked).toHaveLength(4);
    await advance(1_100);
    expect(asked).toHaveLength(5);
  });

  it("P6.7 is not asked while the tab is hidden", async () => {
    const { asked, wrapper } = anApi(() => ({ items: [], nextPage: null }));
    renderHook(() => useRuns("t", {}), { wrapper });
    await advance(1);
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    await advance(60_000);
    expect(asked).toHaveLength(1);
  });

  it("keeps its rows when a poll fails, says why, and what one may not see is not asked for again", async () => {
    let fails = false;
    const { asked, wrapper } = anApi(() => {
      if (fails) throw aRefusal(403);
      return { items: [run(1)], nextPage: null };
    });
    const { result } = renderHook(() => useRuns("t", {}), { wrapper });
    await advance(1);
    fails = true;
    await advance(15_000);
    expect([result.current.items.length, result.current.error?.name]).toEqual([1, "Refusal"]);
    await advance(120_000);
    expect(asked).toHaveLength(2);
    fails = false;
    result.current.tryAgain();
    await advance(1);
    expect([asked.length, result.current.error]).toEqual([3, null]);
  });

  it("with other filters is another list", async () => {
    const { asked, wrapper } = anApi(() => ({ items: [], nextPage: null }));
    const { rerender } = renderHook(({ text }) => useRuns("t", { text }), { wrapper, initialProps: { text: "a" } });
    await advance(1);
    rerender({ text: "b" });
    await advance(1);
    expect(asked.map(({ query }) => query["text"])).toEqual(["a", "b"]);
  });
});

describe("the first page over what was loaded", () => {
  const idOf = (id: string) => id;
  const page = (items: readonly string[], nextPage: string | null = "next") => ({ items, nextPage });

  it.each<[string, Page<string> | undefined, readonly string[] | undefined, readonly string[] | undefined]>([
    ["is nothing before it came", undefined, undefined, []],
    ["is itself before more was loaded", page(["a"]), undefined, ["a"]],
    ["replaces the rows that both know", page(["n", "a", "b"]), ["a", "b", "c"], ["n", "a", "b", "c"]],
    ["drops a row that left the list", page(["a", "c"]), ["a", "b", "c", "d"], ["a", "c", "d"]],
    ["is the whole list when nothing is behind it", page(["a"], null), ["a", "b"], ["a"]],
    ["says nothing when a filter left it empty", page([]), ["a", "b"], ["a", "b"]],
    ["is no list when it shares no row", page(["x"]), ["a", "b"], undefined],
  ])("%s", (_title, first, loaded, joined) => {
    expect(joinPages(first, loaded, idOf)).toEqual(joined);
  });
});
