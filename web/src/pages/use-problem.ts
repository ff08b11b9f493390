import type { Problem } from "../parts/problem.ts";
import { useWords } from "../words/use-words.ts";
import { toProblem } from "./to-problem.ts";

/** What a query says of its last asking. */
export type Asked = { readonly error: Error | null; readonly fetchStatus: string; readonly errorUpdatedAt: number };

/** What stands in the way of a query, as the page shows it: no connection first, then the last error. */
export function useProblem({ error, fetchStatus, errorUpdatedAt }: Asked): Problem | undefined {
  const words = useWords();
  if (fetchStatus === "paused") return { kind: "offline" };
  return error === null ? undefined : toProblem(error, words, errorUpdatedAt);
}

/** The same for a list. `asOf` is when its first page was answered last. */
export function useListProblem(list: {
  readonly error: Error | null;
  readonly isPaused: boolean;
  readonly asOf: number;
}) {
  return useProblem({
    error: list.error,
    fetchStatus: list.isPaused ? "paused" : "idle",
    errorUpdatedAt: Math.max(list.asOf, Date.now()),
  });
}

/** Why a command was refused, for the dialog that asked for it. */
export function useProblemOf(error: Error | null): Problem | undefined {
  const words = useWords();
  return error === null ? undefined : toProblem(error, words, Date.now());
}
