import { z } from "zod";

const time = z.iso.datetime();

/** What a store says of one version: until when it is neither altered nor deleted. An unlocked policy can be taken away by whoever may set policies. */
export const protectionSchema = z.object({
  until: time,
  /** A mode that a newer version knows promises no more than the weakest. */
  mode: z.enum(["locked", "unlocked"]).catch("unlocked"),
});

export type Protection = z.infer<typeof protectionSchema>;

/**
 * Whether the store keeps a snapshot from being altered, as it said when it was asked after the writing. `not_enforced`
 * means "not enforced by this store": the hashes still show every change.
 */
export const immutabilitySchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("enforced"), ...protectionSchema.shape }),
  z.object({ state: z.literal("not_enforced") }),
]);

export type Immutability = z.infer<typeof immutabilitySchema>;

/** Of many versions the weakest protection counts: one that has none, or whose time has passed, and nothing is enforced. */
export function toImmutability(protections: readonly (Protection | null | undefined)[], now: string): Immutability {
  const present = protections.flatMap((each) => (each && Date.parse(each.until) > Date.parse(now) ? each : []));
  const [earliest] = present.map(({ until }) => until).toSorted((a, b) => Date.parse(a) - Date.parse(b));
  if (earliest === undefined || present.length < protections.length) return { state: "not_enforced" };
  const isLocked = present.every(({ mode }) => mode === "locked");
  return { state: "enforced", until: earliest, mode: isLocked ? "locked" : "unlocked" };
}
