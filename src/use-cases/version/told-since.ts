import type { Change } from "../../domain/comparison/change.ts";
import { differencesOf, type Reading } from "../../domain/comparison/equality.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { parseJson } from "../../domain/json/exact-json.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import type { SnapshotBlobs } from "../../domain/snapshot/repository.ts";
import { payloadSchema } from "../../domain/snapshot/snapshot.ts";
import type { ObjectVersion } from "../../domain/version/object-version.ts";

type Blobs = Pick<SnapshotBlobs, "readPayload">;

/**
 * What differs from a version by today's form, without what Microsoft added. Undefined: that cannot be told, because it was
 * gone, or its bytes or those of the later reading cannot be read any more.
 */
export async function toldSince(
  blobs: Blobs,
  contract: ObjectTypeContract,
  { payloadHash, payloadVersion, configurationHash, formId }: ObjectVersion,
  now: Reading,
  readNow: () => Promise<JsonObject | undefined>,
): Promise<readonly Change[] | undefined> {
  if (payloadHash === null || configurationHash === null) return undefined;
  let isLost = false;
  const payloads = async (): Promise<readonly [JsonObject, JsonObject]> => {
    const [before, after] = [await readPayload(blobs, payloadHash, payloadVersion), await readNow()];
    isLost = !before || !after;
    return [before ?? {}, after ?? {}];
  };
  const changes = await differencesOf(contract, [{ payloadHash, configurationHash, formId }, now], payloads);
  return isLost ? undefined : changes.filter(({ kind }) => kind !== "appeared");
}

/** The payload of that hash; undefined where it is lost or damaged. */
export async function readPayload(blobs: Blobs, hash: string, version: string | null): Promise<JsonObject | undefined> {
  const stored = await blobs.readPayload(hash, version);
  return stored.state === "whole" ? payloadSchema.parse(parseJson(stored.text)) : undefined;
}
