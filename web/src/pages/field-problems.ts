import { Refusal } from "../api/refusal.ts";

/** What the API says of single fields, by field; empty for another failure. */
export function fieldProblems(error: Error | null): ReadonlyMap<string, string> {
  if (!(error instanceof Refusal)) return new Map();
  const told = error.facts.errors ?? [];
  return new Map(told.map(({ field, problem }) => [field, problem.replace(`${field}: `, "")]));
}
