import { type Change, stepsOf } from "../../domain/comparison/change.ts";
import { areaOf } from "../../domain/comparison/change-view.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { SnapshotBlobs } from "../../domain/snapshot/repository.ts";
import { decideVersion, toVersion } from "../../domain/version/decide-version.ts";
import { type ObjectVersion, refKey } from "../../domain/version/object-version.ts";
import type { VersionRepository } from "../../domain/version/repository.ts";
import type { Sighting } from "../../domain/version/sightings.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { readPayload, toldSince } from "./told-since.ts";

export type FindDeps = {
  readonly blobs: Pick<SnapshotBlobs, "readPayload">;
  readonly versions: Pick<VersionRepository, "newestOf">;
  readonly contractOf: (type: string) => ObjectTypeContract | undefined;
  /** No snapshot is in yet, nor was one begun with: no object has a version. */
  readonly isFirst: boolean;
};

type Event = ObjectVersion["event"];

const payloadsAtOnce = 16;

/** The versions that a snapshot's sightings make: a question for the newest of each, and payloads only where hashes differ. */
export async function findVersions(
  deps: FindDeps,
  snapshotId: string,
  sightings: readonly Sighting[],
): Promise<ObjectVersion[]> {
  if (sightings.length === 0) return [];
  const known = deps.isFirst ? [] : await deps.versions.newestOf(sightings);
  const newest = new Map(known.map((each) => [refKey(each), each]));
  const found = await mapAtOnce(sightings, payloadsAtOnce, async (sighting) => {
    const last = newest.get(refKey(sighting));
    const decision = decideVersion(last, sighting);
    if (decision === "nothing") return [];
    const event = decision === "compare" && last ? await compared(deps, last, sighting) : decision;
    return event === undefined || event === "compare" ? [] : [toVersion(sighting, event, snapshotId, last)];
  });
  return found.flat();
}

/** What changed by today's form; undefined: nothing. Of bytes that nobody can read any more, only that they are others. */
async function compared(deps: FindDeps, last: ObjectVersion, sighting: Sighting): Promise<Event | undefined> {
  const contract = deps.contractOf(sighting.type);
  const { entry, formId } = sighting;
  if (!contract || !entry) return "changed";
  const readNow = () => readPayload(deps.blobs, entry.payloadHash, entry.payloadVersion);
  const told = await toldSince(deps.blobs, contract, last, { ...entry, formId }, readNow);
  return told ? eventOf(contract, told) : "changed";
}

/** That a secret was set or taken away is an event too: somebody did it, and no value is told. */
function eventOf(contract: ObjectTypeContract, told: readonly Change[]): Event | undefined {
  if (told.length === 0) return undefined;
  const isName = ({ place }: Change): boolean => areaOf(contract, stepsOf(place)) === "name";
  return told.every(isName) ? "renamed" : "changed";
}
