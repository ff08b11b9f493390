import { z } from "zod";
import { hashOfText } from "../hash/hash-of-text.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import { formIdSchema, hashSchema } from "../snapshot/entry.ts";
import { knownValue } from "../unreadable/known-value.ts";

const time = z.iso.datetime();

/** What a snapshot showed of an object for the first time. `renamed`: nothing but its name is another. */
const versionEventSchema = knownValue(["new", "changed", "renamed", "gone", "back"]);

/** One object as it was from one reading on; of an object that is gone all hashes are null. It never changes. */
export const objectVersionSchema = z.object({
  id: z.string(),
  type: z.string(),
  objectId: z.string(),
  name: z.string(),
  event: versionEventSchema,
  /** The reading that showed it; of what is gone, the end of that reading. */
  at: time,
  /** The reading before, which did not show it; null where nobody had looked. */
  notBefore: time.nullable(),
  snapshotId: z.string(),
  payloadHash: hashSchema.nullable(),
  payloadVersion: z.string().nullable(),
  configurationHash: hashSchema.nullable(),
  formId: formIdSchema,
});

export type ObjectVersion = z.infer<typeof objectVersionSchema>;

/** The id of what one snapshot showed of one object: whoever finds it again writes the same document. */
export function versionIdOf({ type, objectId, snapshotId }: ObjectRef & { readonly snapshotId: string }): string {
  return `version-${hashOfText(canonicalJson([type, objectId, snapshotId])).slice(0, 32)}`;
}

export type ObjectRef = { readonly type: string; readonly objectId: string };

/** Tells objects apart in a map: one text for one object. */
export function refKey({ type, objectId }: ObjectRef): string {
  return JSON.stringify([type, objectId]);
}
