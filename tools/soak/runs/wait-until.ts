import type { Clock } from "../../../src/domain/clock/clock.ts";

/** Asks again and again until it is so, but no longer than `patienceMs`; answers whether it came to be. */
export async function waitUntil(
  clock: Pick<Clock, "nowMs" | "pause">,
  isSo: () => Promise<boolean>,
  { patienceMs, everyMs }: { readonly patienceMs: number; readonly everyMs: number },
): Promise<boolean> {
  const deadline = clock.nowMs() + patienceMs;
  for (let is = await isSo(); !is; is = await isSo()) {
    if (clock.nowMs() >= deadline) return false;
    await clock.pause(everyMs);
  }
  return true;
}
