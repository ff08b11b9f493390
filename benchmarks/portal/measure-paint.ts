import type { Page } from "playwright-core";

/** Milliseconds; `shift` is the sum of layout shifts, without a unit. */
export type Paint = { readonly largestMs: number; readonly signedInMs: number; readonly shift: number };

/** Reloads the page of somebody who is signed in, through the sign-in, until its heading is shown and all is quiet. */
export async function measurePaint(page: Page): Promise<Paint> {
  const startedAt = performance.now();
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  const signedInMs = performance.now() - startedAt;
  await page.waitForLoadState("networkidle");
  const [largestMs, shift] = await page.evaluate(paintOf);
  return { largestMs, signedInMs, shift };
}

/** In the page: largest contentful paint and layout shift so far. */
async function paintOf(): Promise<readonly [number, number]> {
  const entriesOf = (type: string): Promise<PerformanceEntry[]> =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      // A page without such an entry never calls.
      setTimeout(() => resolve([]), 1_000);
    });
  const [paints, shifts] = await Promise.all([entriesOf("largest-contentful-paint"), entriesOf("layout-shift")]);
  const sum = shifts.reduce((total, entry) => total + Number(Object(entry).value), 0);
  return [paints.at(-1)?.startTime ?? Number.NaN, sum];
}
