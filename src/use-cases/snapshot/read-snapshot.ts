import { Fault } from "../../domain/error/fault.ts";
import { parseJson } from "../../domain/json/exact-json.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import { compareEntries, type Entry } from "../../domain/snapshot/entry.ts";
import type { EntryFilter } from "../../domain/snapshot/entry-filter.ts";
import { parseManifestText } from "../../domain/snapshot/manifest-text.ts";
import type { Manifest, Snapshot } from "../../domain/snapshot/snapshot.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { containsText } from "../../domain/text/contains-text.ts";
import { parseEntryPage, toEntryPage } from "./entry-page.ts";

type Deps = { readonly storesFor: StoresFor };

/** The manifest of a sealed snapshot, proven against the root hash in its head. */
async function readManifest({ storesFor }: Deps, scope: TenantScope, snapshot: Snapshot): Promise<Manifest> {
  const { id, rootHash, manifestVersion } = snapshot;
  const stored = await storesFor(scope).blobs.readManifest(id, rootHash, manifestVersion);
  if (stored.state !== "whole") {
    throw new Fault("manifest_damaged", `The list of objects of ${id} is ${stored.state}.`, { target: id });
  }
  try {
    return parseManifestText(stored.text).manifest;
  } catch (cause) {
    // It is as it was sealed, by another version of this application.
    throw new Fault("unreadable_document", `The list of objects of ${id} cannot be read.`, { target: id, cause });
  }
}

/**
 * A page of entries in order of type and id, how many fit on all pages, and every type of the snapshot, whether it fits or
 * not; `nextPage` names the last entry of the page before.
 */
export async function listEntries(
  deps: Deps,
  scope: TenantScope,
  snapshot: Snapshot,
  { type, text }: EntryFilter,
  { limit, page }: PageRequest,
): Promise<Page<Entry> & { readonly total: number; readonly types: Manifest["types"] }> {
  const after = page === null ? undefined : parseEntryPage(page);
  const { entries, types } = await readManifest(deps, scope, snapshot);
  const fitting = entries
    .filter((entry) => type === undefined || entry.type === type)
    .filter(({ name }) => text === undefined || containsText(name, text));
  const rest = fitting.filter((entry) => after === undefined || compareEntries(entry, after) > 0);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, nextPage: rest.length > limit && last ? toEntryPage(last) : null, total: fitting.length, types };
}

/** One object of the snapshot: its entry and the payload as Graph gave it. */
export async function readObject(
  deps: Deps,
  scope: TenantScope,
  snapshot: Snapshot,
  type: string,
  objectId: string,
): Promise<{ entry: Entry; payload: unknown }> {
  const { entries } = await readManifest(deps, scope, snapshot);
  const entry = entries.find((each) => each.type === type && each.id === objectId);
  if (!entry) throw new Fault("not_found", "The snapshot has no such object.");
  const stored = await deps.storesFor(scope).blobs.readPayload(entry.payloadHash, entry.payloadVersion);
  if (stored.state !== "whole") throw lostPayload(stored.state, `${type}/${objectId}`, snapshot.id);
  return { entry, payload: parseJson(stored.text) };
}

export function lostPayload(state: "damaged" | "missing", target: string, snapshotId: string): Fault {
  const code = state === "damaged" ? "payload_damaged" : "payload_missing";
  return new Fault(code, `The payload of ${target} in ${snapshotId} is ${state}.`, { target });
}
