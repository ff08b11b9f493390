import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { DefaultAzureCredential, type TokenCredential } from "@azure/identity";
import { BlobServiceClient, type ContainerClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import { type BlobsOptions, type RunningBlobs, startBlobs } from "../../src/blobs/start-blobs.ts";
import { anEntra, type Entra } from "../entra/an-entra.ts";

/** Named: the tests of behaviour run against a real account (container `contract`, versioning and version-level immutability on). */
const realEndpoint = process.env["CONTRACT_BLOB_ENDPOINT"];

export type BlobService = AsyncDisposable & { readonly container: ContainerClient };

/** Errors must come at once: a repeated request would hide them. */
const options = { retryOptions: { maxTries: 1 } };

/** The container that the behaviour tests use, as somebody who may do everything with it. */
export async function aBlobService(): Promise<BlobService> {
  if (realEndpoint) {
    const real = new BlobServiceClient(realEndpoint, new DefaultAzureCredential(), options);
    return { container: real.getContainerClient("contract"), [Symbol.asyncDispose]: async () => undefined };
  }
  const local = await aLocalBlobService();
  return {
    container: local.byKey().getContainerClient("snapshots"),
    [Symbol.asyncDispose]: () => local[Symbol.asyncDispose](),
  };
}

export type LocalBlobService = AsyncDisposable & {
  readonly blobs: RunningBlobs;
  readonly entra: Entra;
  /** The container of snapshots, signed in as an app, or another container. */
  readonly as: (identity: string, container?: string) => ContainerClient;
  /** The whole account, by its key. */
  readonly byKey: (key?: string) => BlobServiceClient;
};

export type LocalOptions = Pick<BlobsOptions, "nowMs" | "retention">;

/** The embedded server, with tokens from the embedded directory. */
export async function aLocalBlobService(given: LocalOptions = {}): Promise<LocalBlobService> {
  const dir = await mkdtemp(join(tmpdir(), "blobs-"));
  const entra = await anEntra();
  const blobs = await startBlobs({
    dir,
    port: 0,
    tls: entra.tls,
    access: entra.access,
    account: "tenantpilot",
    provision: ["snapshots"],
    ...given,
  });
  const credentialOf = (identity: string): TokenCredential => ({
    getToken: async () => {
      const { token, expiresAtMs } = await entra.identityToken(identity, "https://storage.azure.com");
      return { token, expiresOnTimestamp: expiresAtMs };
    },
  });
  return {
    blobs,
    entra,
    as: (identity, container = "snapshots") =>
      new BlobServiceClient(blobs.endpoint, credentialOf(identity), options).getContainerClient(container),
    byKey: (key = blobs.key) =>
      new BlobServiceClient(blobs.endpoint, new StorageSharedKeyCredential("tenantpilot", key), options),
    [Symbol.asyncDispose]: async () => {
      await blobs.close();
      await entra.close();
    },
  };
}

/** A name that no other test or run has used. */
export function aName(): string {
  return `t-${crypto.randomUUID()}/objects/a b+é.json.gz`;
}

/** What a refused call is refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<{ status: number; code: string }> {
  try {
    await call;
  } catch (error) {
    // The SDK throws a RestError for every answer that is an error.
    const { statusCode, code, details } = error as {
      statusCode: number;
      code?: string;
      details?: { errorCode?: string };
    };
    return { status: statusCode, code: details?.errorCode ?? code ?? "" };
  }
  throw new Error("The call was not refused.");
}
