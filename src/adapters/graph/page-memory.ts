import type { JsonObject } from "../../domain/json/json-value.ts";
import type { ByteBudget, Grant } from "../../domain/work/byte-budget.ts";
import { tooLarge } from "./graph-error.ts";
import { answerLimits } from "./graph-limits.ts";
import type { Reader } from "./make-reader.ts";
import { type PagedRead, readPages } from "./paging.ts";

/**
 * Pages of a list, of which each is requested when the budget allows it and counts until the next one is requested.
 * A page that turns out to be larger than usual is dropped and requested once more when the budget allows the largest:
 * whoever waits holds neither memory nor a permit among the requests of his service group.
 */
export async function* readPagesInMemory(memory: ByteBudget, walk: PagedRead): AsyncGenerator<readonly JsonObject[]> {
  let held: Grant | undefined;
  const take = async (bytes: number): Promise<Grant> => {
    held?.release();
    held = undefined;
    held = await memory.take(bytes);
    return held;
  };
  const get: Reader["get"] = async (url, kind, signal) => {
    const usual = await take(answerLimits.expectedPage);
    const page = await walk.reader.get(url, kind, signal, answerLimits.usualPage);
    if (page.status !== tooLarge) {
      usual.resize(page.bytes ?? 0);
      return page;
    }
    const large = await take(answerLimits.largest);
    const again = await walk.reader.get(url, kind, signal);
    large.resize(again.bytes ?? 0);
    return again;
  };
  try {
    yield* readPages({ ...walk, reader: { get } });
  } finally {
    held?.release();
  }
}
