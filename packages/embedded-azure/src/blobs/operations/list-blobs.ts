import { storageErrors } from "../rules/storage-error.ts";
import type { BlobVersion } from "../store/blob-version.ts";
import { type Cursor, lastCharacter, type Versions } from "../store/versions.ts";
import type { Call } from "../wire/call.ts";
import { type Include, toListXml } from "../wire/list-xml.ts";
import { containerName } from "./containers.ts";
import type { Answer, OperationContext } from "./operation.ts";

/** Most entries of one page, and the default. */
const maxPageItems = 5_000;

const includes = ["metadata", "versions", "immutabilitypolicy"];

type Entry = BlobVersion | { readonly prefix: string };
type Page = { readonly entries: readonly Entry[]; readonly next: Cursor | undefined };

type Listing = {
  readonly container: string;
  readonly prefix: string;
  readonly delimiter: string | undefined;
  readonly after: Cursor | undefined;
  readonly allVersions: boolean;
  readonly limit: number;
};

/** List Blobs: flat, or one level of a hierarchy when a delimiter is given. */
export async function listBlobs({ account, store }: OperationContext, call: Call): Promise<Answer> {
  const container = containerName(call);
  if (!store.container(container)) throw storageErrors.noContainer();
  const include = parseInclude(call.query.get("include"));
  const prefix = call.query.get("prefix") ?? "";
  const delimiter = call.query.get("delimiter") || undefined;
  const marker = call.query.get("marker") || undefined;
  const maxResults = parseMaxResults(call.query.get("maxresults"));
  const limit = Math.min(maxResults ?? maxPageItems, maxPageItems);
  const after = marker ? parseMarker(marker) : undefined;
  const page = readPage(store.versions, { container, prefix, delimiter, after, allVersions: include.versions, limit });
  const body = toListXml({
    account,
    container,
    prefix,
    delimiter,
    marker,
    maxResults,
    include,
    entries: page.entries,
    nextMarker: page.next && toMarker(page.next),
  });
  return { status: 200, headers: { "content-type": "application/xml" }, body };
}

/** Walks the versions in order. What lies below a delimiter is one entry, and is passed over as a whole. */
function readPage(versions: Versions, listing: Listing): Page {
  const entries: Entry[] = [];
  let after = listing.after;
  while (entries.length < listing.limit) {
    const remaining = listing.limit - entries.length;
    const batch = versions.list({ ...listing, after, limit: remaining });
    const taken = takeUntilFolder(batch, listing);
    entries.push(...taken.entries);
    after = taken.after ?? after;
    if (!taken.folder && batch.length < remaining) return { entries, next: undefined };
  }
  const isMore = versions.list({ ...listing, after, limit: 1 }).length > 0;
  return { entries, next: isMore ? after : undefined };
}

type ListBatch = { readonly entries: readonly Entry[]; readonly after: Cursor | undefined; readonly folder: boolean };

function takeUntilFolder(batch: readonly BlobVersion[], { prefix, delimiter }: Listing): ListBatch {
  const folderOf = ({ name }: BlobVersion) => {
    const at = delimiter ? name.indexOf(delimiter, prefix.length) : -1;
    return at < 0 || !delimiter ? undefined : name.slice(0, at + delimiter.length);
  };
  const at = batch.findIndex((version) => folderOf(version) !== undefined);
  const found = at < 0 ? undefined : batch[at];
  const folder = found && folderOf(found);
  if (folder === undefined) return { entries: batch, after: batch.at(-1), folder: false };
  const after = { name: `${folder}${lastCharacter}`, versionId: "" };
  return { entries: [...batch.slice(0, at), { prefix: folder }], after, folder: true };
}

function parseInclude(text: string | undefined): Include {
  const names = (text ?? "").split(",").filter(Boolean);
  if (names.some((part) => !includes.includes(part))) throw storageErrors.badQuery("include");
  return {
    metadata: names.includes("metadata"),
    versions: names.includes("versions"),
    policies: names.includes("immutabilitypolicy"),
  };
}

function parseMaxResults(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text)) throw storageErrors.badQuery("maxresults");
  return Number(text);
}

function toMarker({ name, versionId }: Cursor): string {
  return Buffer.from(JSON.stringify([name, versionId])).toString("base64url");
}

function parseMarker(marker: string): Cursor {
  try {
    const [name, versionId] = JSON.parse(Buffer.from(marker, "base64url").toString("utf8"));
    if (typeof name === "string" && typeof versionId === "string") return { name, versionId };
  } catch {
    // Not ours: refused below.
  }
  throw storageErrors.badQuery("marker");
}
