import { z } from "zod";

const time = z.iso.datetime();

/** That somebody wants an object left out of what is worth a look: it stays in every snapshot, version and difference. */
export const ignoreSchema = z.object({
  type: z.string(),
  objectId: z.string(),
  reason: z.string(),
  /** Until when; null: until somebody takes it back. */
  expiresAt: time.nullable(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: time,
});

export type Ignore = z.infer<typeof ignoreSchema>;

/** Whether it still holds at a time (ISO 8601 UTC). */
export function isIgnored({ expiresAt }: Ignore, now: string): boolean {
  return expiresAt === null || expiresAt > now;
}

/** What names an object among those of all types. */
export type ObjectRef = { readonly type: string; readonly id: string };

/** One text for an object, as audit entries and failures name it. */
export function refText({ type, id }: ObjectRef): string {
  return `${type}/${id}`;
}
