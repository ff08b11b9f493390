import type { Page } from "playwright-core";

/** `rows` are those in the page at once; the heap is Chromium's own number for the tab, after the last row was shown. */
export type LongList = {
  readonly shownMs: number;
  readonly frameMs: number;
  readonly rows: number;
  readonly heapMb: number;
};

/** Opens a list, then scrolls to its end while it fetches what comes next. */
export async function measureList(page: Page, address: string): Promise<LongList> {
  await page.goto(address);
  // Who opens an address leaves for the sign-in and comes back: a reload on the way is none of the list.
  await page.locator("[data-row]").first().waitFor();
  const startedAt = performance.now();
  await page.reload();
  await page.locator("[data-row]").first().waitFor();
  const shownMs = performance.now() - startedAt;
  const frameMs = await page.evaluate(scrollToEnd);
  const rows = await page.locator("[data-row]").count();
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devTools.send("Runtime.getHeapUsage");
  return { shownMs, frameMs, rows, heapMb: usedSize / 1_048_576 };
}

/** In the page: scrolls until a second has brought no new rows; answers the mean time of a frame in milliseconds. */
async function scrollToEnd(): Promise<number> {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const boxes = [...document.querySelectorAll("main, main *")];
  const isScrolling = (each: Element): boolean => /auto|scroll/.test(getComputedStyle(each).overflowY);
  const heightOf = (): number => boxes.reduce((sum, { scrollHeight }) => sum + scrollHeight, 0);
  const scrolling = boxes.filter(isScrolling);
  const [startedAt, quietMs] = [performance.now(), 3_000];
  let [frames, height, grewAt] = [0, heightOf(), startedAt];
  while (performance.now() - grewAt < quietMs) {
    for (const box of scrolling) box.scrollTop += 600;
    await frame();
    frames += 1;
    if (heightOf() > height) [height, grewAt] = [heightOf(), performance.now()];
  }
  return (performance.now() - startedAt) / frames;
}
