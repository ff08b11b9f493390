import { Refusal } from "./refusal.ts";

/** How often something is asked again while the tab is visible, in milliseconds. A page says how old what it shows is. */
export const everyMs = { active: 2_000, list: 15_000, overview: 30_000, seldom: 120_000 } as const;

type Polled<T> = { readonly state: { readonly data: T | undefined; readonly error: Error | null } };

/**
 * When a query is asked again. `interval` judges what was answered last: milliseconds, or false for never. What one may not
 * see, or what does not exist, is not asked for again until the person does.
 */
export function poll<T>(interval: (data: T | undefined) => number | false): (query: Polled<T>) => number | false {
  return ({ state: { data, error } }) => (isFinal(error) ? false : interval(data));
}

/** A refusal that stays one however often it is asked. */
function isFinal(error: Error | null): boolean {
  if (!(error instanceof Refusal)) return false;
  return error.facts.status < 500 && ![401, 429].includes(error.facts.status);
}
