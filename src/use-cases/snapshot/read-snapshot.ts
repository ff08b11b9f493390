import { Fault } from "../../domain/error/fault.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import { compareEntries, type Entry } from "../../domain/snapshot/entry.ts";
import { parseManifestText } from "../../domain/snapshot/manifest-text.ts";
import type { Manifest, Snapshot } from "../../domain/snapshot/snapshot.ts";
import type { StoresOf } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant/tenant-scope.ts";

type Deps = { readonly storesOf: StoresOf };

/** The manifest of a sealed snapshot, proven against the root hash in its head. */
async function readManifest({ storesOf }: Deps, scope: TenantScope, snapshot: Snapshot): Promise<Manifest> {
  const text = await storesOf(scope).blobs.readManifest(snapshot.id, snapshot.rootHash, snapshot.manifestVersion);
  if (text === undefined) throw new Fault("store_unavailable", "The manifest of the snapshot is not there.");
  const { manifest, rootHash } = parseStored(text);
  if (rootHash !== snapshot.rootHash)
    throw new Fault("store_unavailable", "The manifest is not the one that was sealed.");
  return manifest;
}

function parseStored(text: string): ReturnType<typeof parseManifestText> {
  try {
    return parseManifestText(text);
  } catch (cause) {
    throw new Fault("store_unavailable", "The manifest of the snapshot is damaged.", { cause });
  }
}

/** A page of entries in order of type and id; `nextPage` names the last entry of the page before. */
export async function listEntries(
  deps: Deps,
  scope: TenantScope,
  snapshot: Snapshot,
  type: string | undefined,
  { limit, page }: PageRequest,
): Promise<Page<Entry>> {
  const after = page === null ? undefined : parseEntryPage(page);
  const { entries } = await readManifest(deps, scope, snapshot);
  const rest = entries
    .filter((entry) => type === undefined || entry.type === type)
    .filter((entry) => after === undefined || compareEntries(entry, after) > 0);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, nextPage: rest.length > limit && last ? toEntryPage(last) : null };
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
  const text = await deps.storesOf(scope).blobs.readPayload(entry.payloadHash, entry.payloadVersion);
  if (text === undefined) throw new Fault("store_unavailable", "The payload of the object is not there.");
  return { entry, payload: JSON.parse(text) };
}

function toEntryPage({ type, id }: Entry): string {
  return Buffer.from(JSON.stringify([type, id]), "utf8").toString("base64url");
}

function parseEntryPage(page: string): Pick<Entry, "type" | "id"> {
  try {
    const [type, id]: unknown[] = JSON.parse(Buffer.from(page, "base64url").toString("utf8"));
    if (typeof type === "string" && typeof id === "string") return { type, id };
  } catch {
    // Not JSON: the same answer as for JSON of another form.
  }
  throw new Fault("invalid_request", "page must be the nextPage of the answer before.", { target: "page" });
}
