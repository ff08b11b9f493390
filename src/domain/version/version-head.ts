import { z } from "zod";
import type { Snapshot } from "../snapshot/snapshot.ts";

const refSchema = z.object({ id: z.string(), rootHash: z.string(), manifestVersion: z.string().nullable() });
const time = z.iso.datetime();

/** What is needed to read a manifest. */
export type ManifestRef = z.infer<typeof refSchema>;

/**
 * How far the snapshots of a tenant are in its history. Written by etag: who writes it says which snapshot is next, so that
 * all take them in one order.
 */
export const versionHeadSchema = z.object({
  /** The newest time of sealing of what is in. */
  sealedAt: time,
  /** What is in and was sealed shortly before that: a head may be written later than it says. */
  recent: z.array(z.object({ id: z.string(), sealedAt: time })),
  /** Snapshots that are the last reading of some type, in the order in which they came in. */
  lasts: z.array(refSchema),
  /** What is being brought in: whoever finds it does that to its end before anything else. */
  pending: z.string().nullable(),
});

export type VersionHead = z.infer<typeof versionHeadSchema>;

// Between the time in a snapshot's head and the moment when others see it lie retries, and clocks differ.
const latenessMs = 3_600_000;

/** From when on (ISO 8601 UTC) a snapshot may have been sealed that is not in yet; undefined: since ever. */
export function lookFrom(head: VersionHead | undefined): string | undefined {
  return head && new Date(Date.parse(head.sealedAt) - latenessMs).toISOString();
}

/** The snapshots that are not in yet: first the one that somebody began with. */
export function notIn(head: VersionHead | undefined, sealed: readonly Snapshot[]): Snapshot[] {
  const known = new Set(head?.recent.map(({ id }) => id));
  const waiting = sealed.filter(({ id }) => !known.has(id));
  const begun = waiting.filter(({ id }) => id === head?.pending);
  return [...begun, ...waiting.filter((each) => !begun.includes(each))];
}

/** The head once a snapshot is in. */
export function headAfter(
  head: VersionHead | undefined,
  { id, sealedAt }: Pick<Snapshot, "id" | "sealedAt">,
  lasts: readonly ManifestRef[],
): VersionHead {
  const newest = head && head.sealedAt > sealedAt ? head.sealedAt : sealedAt;
  const next = { sealedAt: newest, lasts: [...lasts], pending: null };
  const from = lookFrom({ ...next, recent: [] }) ?? "";
  const recent = [...(head?.recent ?? []), { id, sealedAt }].filter((each) => each.sealedAt >= from);
  return { ...next, recent };
}

export function headWhile(head: VersionHead | undefined, { id }: Pick<Snapshot, "id">): VersionHead {
  return { ...(head ?? { sealedAt: "1970-01-01T00:00:00.000Z", recent: [], lasts: [] }), pending: id };
}

export function toManifestRef({ id, rootHash, manifestVersion }: Snapshot): ManifestRef {
  return { id, rootHash, manifestVersion };
}
