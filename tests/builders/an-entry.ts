import { hashOfText } from "../../src/domain/hash/hash-of-text.ts";
import type { Entry } from "../../src/domain/snapshot/entry.ts";
import type { Manifest } from "../../src/domain/snapshot/snapshot.ts";
import { startOfTime } from "./a-clock.ts";
import { runId, tenantId } from "./a-run.ts";

export function anEntry(given: Partial<Entry> = {}): Entry {
  const id = given.id ?? "policy-1";
  return {
    type: "settingsCatalog",
    id,
    name: `Policy ${id}`,
    payloadHash: hashOfText(`payload of ${id}`),
    payloadVersion: null,
    configurationHash: hashOfText(`configuration of ${id}`),
    size: 42,
    readAt: startOfTime,
    ...given,
  };
}

export function aManifest(entries: readonly Entry[] = [anEntry()]): Manifest {
  return {
    snapshotId: `snapshot-${runId}`,
    tenantId,
    runId,
    window: { from: startOfTime, to: startOfTime },
    types: [{ type: "settingsCatalog", objects: entries.length, typeState: { state: "complete" } }],
    entries: [...entries],
  };
}
