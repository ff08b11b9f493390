import type { Page, PageRequest } from "./page.ts";

const pageSize = 1_000;

/** Items of a list from its beginning, page by page, so many at most. */
export async function allPages<T>(list: (page: PageRequest) => Promise<Page<T>>, most: number): Promise<T[]> {
  const all: T[] = [];
  let page: string | null = null;
  do {
    const answer: Page<T> = await list({ limit: Math.min(pageSize, most - all.length), page });
    all.push(...answer.items);
    page = answer.nextPage;
  } while (page !== null && all.length < most);
  return all;
}

/** Rows of a file that spreadsheets open, made within the time and memory of one request. */
export const mostRows = 10_000;
