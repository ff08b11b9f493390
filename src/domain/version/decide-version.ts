import { equalByHashes } from "../comparison/equality.ts";
import { type ObjectVersion, versionIdOf } from "./object-version.ts";
import type { Sighting } from "./sightings.ts";

/** `compare`: both payloads decide whether anything changed. */
export type Decision = "nothing" | "new" | "gone" | "back" | "compare";

/**
 * What a sighting means, by the newest version of the object. What was read before that version, or says what it says, is
 * nothing: so a repeat, a crash on the way, snapshots side by side and late sealing need no rule of their own.
 */
export function decideVersion(newest: ObjectVersion | undefined, { entry, from, formId }: Sighting): Decision {
  if (newest && newest.at >= from) return "nothing";
  if (entry === null) return newest === undefined || newest.event === "gone" ? "nothing" : "gone";
  if (newest === undefined) return "new";
  const { payloadHash, configurationHash } = newest;
  if (payloadHash === null || configurationHash === null) return "back";
  const before = { payloadHash, configurationHash, formId: newest.formId };
  return equalByHashes(before, { ...entry, formId }) === "equal" ? "nothing" : "compare";
}

/** The version that a sighting makes. */
export function toVersion(
  { type, objectId, name, entry, formId, at, notBefore }: Sighting,
  event: ObjectVersion["event"],
  snapshotId: string,
  newest: ObjectVersion | undefined,
): ObjectVersion {
  return {
    id: versionIdOf({ type, objectId, snapshotId }),
    type,
    objectId,
    name,
    event,
    at,
    notBefore: notBefore ?? newest?.at ?? null,
    snapshotId,
    payloadHash: entry?.payloadHash ?? null,
    payloadVersion: entry?.payloadVersion ?? null,
    configurationHash: entry?.configurationHash ?? null,
    ...(formId === undefined ? {} : { formId }),
  };
}
