import type { Readable } from "node:stream";
import type { Retention } from "../rules/immutability.ts";
import { storageErrors } from "../rules/storage-error.ts";
import type { BlobVersion } from "../store/blob-version.ts";
import type { BlobStore } from "../store/open-store.ts";
import type { Call } from "../wire/call.ts";

export type OperationContext = {
  readonly account: string;
  readonly store: BlobStore;
  readonly nowMs: () => number;
  /** Protects new versions that ask for nothing themselves. */
  readonly retention?: Retention;
  /** On command the server forgets retention in silence, as some emulators do. */
  readonly ignoresImmutability: () => boolean;
};

export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | Readable;
};

export type Operation = (context: OperationContext, call: Call) => Promise<Answer>;

export type BlobAddress = { readonly container: string; readonly name: string };

/** The blob that a call is about, in a container that exists. */
export function requireAddress({ store }: OperationContext, { target }: Call): BlobAddress {
  if (target.level !== "blob") throw new Error(`A ${target.level} came to an operation on blobs.`);
  if (!store.container(target.container)) throw storageErrors.noContainer();
  return target;
}

/** The version that a call names, or the current one. */
export function requireVersion(context: OperationContext, call: Call): BlobVersion {
  const { container, name } = requireAddress(context, call);
  const versionId = call.query.get("versionid");
  const { versions } = context.store;
  const found = versionId === undefined ? versions.current(container, name) : versions.byId(container, name, versionId);
  if (!found) throw storageErrors.noBlob();
  return found;
}
