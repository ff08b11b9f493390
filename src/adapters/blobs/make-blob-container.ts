import { BlobServiceClient, type ContainerClient, type newPipeline } from "@azure/storage-blob";

export type BlobSettings = {
  /** Account endpoint, used as it is. */
  readonly endpoint: string;
  readonly container: string;
  readonly credential: Extract<Parameters<typeof newPipeline>[0], { getToken: unknown }>;
  readonly deadlineMs: number;
};

export type BlobContainer = {
  readonly client: ContainerClient;
  /** How long a request may take in milliseconds, with its repeats, until the last byte: then there is no answer. */
  readonly deadlineMs: number;
};

/** A container that holds blobs of all tenants, each under its tenant's prefix. */
export function makeBlobContainer({ endpoint, container, credential, deadlineMs }: BlobSettings): BlobContainer {
  // A write is create-only and named by its content, so the SDK's own retries are safe.
  const retryOptions = { maxTries: 4, retryDelayInMs: 200, maxRetryDelayInMs: 3_000 };
  return {
    client: new BlobServiceClient(endpoint, credential, { retryOptions }).getContainerClient(container),
    deadlineMs,
  };
}
