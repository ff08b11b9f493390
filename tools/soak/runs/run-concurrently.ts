/**
 * Works side by side. The first that fails stops the others by the signal that each got, and when all have ended, its
 * error is thrown: nothing goes on behind the back of whoever waits.
 */
export async function runConcurrently(...works: readonly ((signal: AbortSignal) => Promise<void>)[]): Promise<void> {
  const stop = new AbortController();
  await Promise.allSettled(works.map((work) => work(stop.signal).catch((error: unknown) => stop.abort(error))));
  stop.signal.throwIfAborted();
}
