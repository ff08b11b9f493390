import { z } from "zod";
import type { Schedule } from "./schedule.ts";

/** The promises of all schedules of a tenant as one; `none` when none promises anything. */
export const tenantPromiseSchema = z.object({
  state: z.enum(["none", "kept", "broken"]),
  /** From when the oldest breach goes on, or from when all are kept; null without a promise. */
  since: z.iso.datetime().nullable(),
});

export type TenantPromise = z.infer<typeof tenantPromiseSchema>;

export function toTenantPromise(promises: readonly Schedule["promise"][]): TenantPromise {
  const sinceOf = (inState: string): string[] =>
    promises.flatMap(({ state, since }) => (state === inState ? [since] : [])).sort();
  const [oldestBreach] = sinceOf("broken");
  if (oldestBreach !== undefined) return { state: "broken", since: oldestBreach };
  const lastKept = sinceOf("kept").at(-1);
  return lastKept === undefined ? { state: "none", since: null } : { state: "kept", since: lastKept };
}
