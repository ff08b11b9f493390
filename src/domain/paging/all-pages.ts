import type { Page, PageRequest } from "./page.ts";

const pageSize = 1_000;

type List<T> = (page: PageRequest) => Promise<Page<T>>;

/** Items of a list from its beginning, page by page, so many at most. */
export async function allPages<T>(list: List<T>, most: number): Promise<T[]> {
  return [...(await takePages(list, most, null)).items];
}

/** Items of a list from a page on, so many at most, and the page that goes on after them. */
export async function takePages<T>(list: List<T>, most: number, from: string | null): Promise<Page<T>> {
  const items: T[] = [];
  let page = from;
  do {
    const answer: Page<T> = await list({ limit: Math.min(pageSize, most - items.length), page });
    items.push(...answer.items);
    page = answer.nextPage;
  } while (page !== null && items.length < most);
  return { items, nextPage: page };
}

/** Rows of a file that spreadsheets open, made within the time and memory of one request. */
export const mostRows = 10_000;
