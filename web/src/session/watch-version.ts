import { readFacts, type SignInFacts } from "./facts.ts";

/**
 * Asks, whenever the tab wakes, whether the deployment is newer than this page, and calls once when it is. Answers how to
 * stop. A question without an answer is no news.
 */
export function watchVersion({ version }: Pick<SignInFacts, "version">, onNewer: () => void): () => void {
  let isOver = false;
  const stop = () => {
    isOver = true;
    document.removeEventListener("visibilitychange", onWake);
  };
  const ask = async () => {
    const facts = await readFacts().catch(() => undefined);
    if (isOver || !facts || facts.version === version) return;
    stop();
    onNewer();
  };
  const onWake = () => {
    if (document.visibilityState === "visible") void ask();
  };
  document.addEventListener("visibilitychange", onWake);
  return stop;
}
