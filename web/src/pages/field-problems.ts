import { Refusal } from "../api/refusal.ts";

/** What the API says of single fields, by field; empty for another failure. */
export function fieldProblems(error: Error | null): ReadonlyMap<string, string> {
  if (!(error instanceof Refusal)) return new Map();
  const problems = error.facts.errors ?? [];
  return new Map(problems.map(({ field, problem }) => [field, problem.replace(`${field}: `, "")]));
}
