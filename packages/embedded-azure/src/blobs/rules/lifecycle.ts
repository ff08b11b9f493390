import type { BlobVersion } from "../store/blob-version.ts";
import type { BlobStore } from "../store/open-store.ts";

/** Days after which a container's blobs are deleted, counted from their making, as a rule of the account says. */
export type Lifecycle = Readonly<Record<string, number>>;

const dayMs = 86_400_000;
const atOnce = 1_000;

/** Deletes what is older than its container's rule allows. */
export async function deleteAged(store: BlobStore, lifecycle: Lifecycle, nowMs: number): Promise<void> {
  for (const [container, days] of Object.entries(lifecycle)) {
    const all = { container, prefix: "", allVersions: true, limit: atOnce };
    let page = store.versions.list({ ...all, after: undefined });
    while (page.length > 0) {
      const aged = page.filter(({ createdMs }) => createdMs < nowMs - days * dayMs);
      for (const version of aged) await remove(store, version);
      page = store.versions.list({ ...all, after: page.at(-1) });
    }
  }
}

/** The bytes stay while another version shares them. */
async function remove({ versions, files }: BlobStore, version: BlobVersion): Promise<void> {
  versions.remove(version);
  if (!versions.isContentUsed(version.contentId)) await files.remove(version.contentId);
}
