import { expect, it } from "vitest";
import { runConcurrently } from "../../../tools/soak/runs/run-concurrently.ts";

const untilStopped = (signal: AbortSignal): Promise<void> =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

it("work side by side is done when all of it is", async () => {
  const done: string[] = [];
  await runConcurrently(
    async () => void done.push("one"),
    async () => void done.push("other"),
  );
  expect(done).toEqual(["one", "other"]);
});

it("the first that fails stops the others, and is what is told when they have ended", async () => {
  let hasEnded = false;
  const works = runConcurrently(
    () => Promise.reject(new Error("The product did not start.")),
    (signal) => untilStopped(signal).finally(() => (hasEnded = true)),
  );
  await expect(works).rejects.toThrow("The product did not start.");
  expect(hasEnded).toBe(true);
});
