import { describe, expect, it } from "vitest";
import { answerLimits } from "../../../src/adapters/graph/graph-limits.ts";
import { readPagesInMemory } from "../../../src/adapters/graph/page-memory.ts";
import type { GraphAnswer } from "../../../src/adapters/graph/send.ts";
import { type ByteBudget, makeByteBudget } from "../../../src/domain/work/byte-budget.ts";
import { settle } from "../../builders/a-clock.ts";
import { anAnswer, versionUrl } from "./a-graph.ts";

const url = `${versionUrl}/items`;
const never = new AbortController().signal;

/** A list of pages of so many bytes; says how large an answer each request allowed. */
function aWalk(memory: ByteBudget, sizes: readonly number[]) {
  const allowed: (number | undefined)[] = [];
  const get = async (asked: string, _kind: string, _signal: AbortSignal, mostBytes?: number): Promise<GraphAnswer> => {
    const page = Number(new URL(asked).searchParams.get("page") ?? 0);
    const bytes = sizes[page] ?? 0;
    allowed.push(mostBytes);
    if (bytes > (mostBytes ?? answerLimits.largest)) return anAnswer(undefined, 413);
    const next = page + 1 < sizes.length ? { "@odata.nextLink": `${url}?page=${page + 1}` } : {};
    return { ...anAnswer({ value: [{ id: `${page}` }], ...next }), bytes };
  };
  const walk = { reader: { get }, url, kind: "listing", target: "items", signal: never } as const;
  return { allowed, pages: readPagesInMemory(memory, walk) };
}

/** Whether the budget is free: nobody holds any of it. */
async function isFree(memory: ByteBudget, most: number): Promise<boolean> {
  const grants = await Promise.race([Promise.all([memory.take(most), memory.take(most)]), settle()]);
  const other = await Promise.race([memory.take(1), settle()]);
  return grants !== undefined && other === undefined;
}

describe("pages of a list in memory", () => {
  it("pages are all read, and nothing is held when the list has ended", async () => {
    const memory = makeByteBudget(100);
    const { pages, allowed } = aWalk(memory, [10, 10]);
    expect(await Array.fromAsync(pages)).toEqual([[{ id: "0" }], [{ id: "1" }]]);
    expect(allowed).toEqual([answerLimits.usualPage, answerLimits.usualPage]);
    expect(await isFree(memory, 100)).toBe(true);
  });

  it("pages are let go when whoever reads them stops in the middle", async () => {
    const memory = makeByteBudget(100);
    for await (const page of aWalk(memory, [10, 10]).pages) if (page.length > 0) break;
    expect(await isFree(memory, 100)).toBe(true);
  });

  it("wait, before they are asked for, until others have been let go", async () => {
    const memory = makeByteBudget(answerLimits.expectedPage);
    const one = aWalk(memory, [answerLimits.expectedPage, 10]);
    await one.pages.next();
    const others = [aWalk(memory, [10]), aWalk(memory, [10])];
    const reading = others.map(({ pages }) => pages.next());
    await settle();
    // One may be over the budget, so that nobody waits for ever.
    expect(others.map(({ allowed }) => allowed.length)).toEqual([1, 0]);
    await one.pages.return(undefined);
    await Promise.all(reading);
  });

  it("pages are asked for again, with room for the largest, when one is larger than usual", async () => {
    const large = answerLimits.usualPage + 1;
    const { pages, allowed } = aWalk(makeByteBudget(answerLimits.pages), [large, 10]);
    expect(await Array.fromAsync(pages)).toHaveLength(2);
    expect(allowed).toEqual([answerLimits.usualPage, undefined, answerLimits.usualPage]);
  });

  it("pages are a named gap when one is larger than a worker holds", async () => {
    const { pages } = aWalk(makeByteBudget(answerLimits.pages), [answerLimits.largest + 1]);
    await expect(Array.fromAsync(pages)).rejects.toMatchObject({ code: "graph_answer_too_large", target: "items" });
  });
});
