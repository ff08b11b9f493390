import { CosmosError } from "./rules/cosmos-error.ts";
import type { JsonObject } from "./rules/json.ts";
import type { Catalog } from "./store/catalog.ts";

/** `order` is `ascending` or `descending`; not written so in the type, because imported JSON has plain strings. */
type CompositeOrder = { readonly path: string; readonly order: string };

export type ProvisionedContainer = {
  readonly name: string;
  /** One path, such as `/tenantId`. */
  readonly partitionKey: string;
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly compositeIndexes: readonly (readonly CompositeOrder[])[];
  /** Seconds, or -1. */
  readonly defaultTtl?: number;
};

/** A database and its containers, as a deployment creates them. */
export type Provision = { readonly database: string; readonly containers: readonly ProvisionedContainer[] };

/** Creates what is missing and brings indexes and time to live up to date. Throws when a key of an existing container differs. */
export function provision({ databases, containers }: Catalog, wanted: Provision): void {
  if (isMissing(() => databases.read(wanted.database))) databases.create({ id: wanted.database });
  for (const container of wanted.containers) {
    const body = toBody(container);
    if (isMissing(() => containers.get(wanted.database, container.name)))
      containers.create(databases.read(wanted.database), body);
    else containers.replace(wanted.database, container.name, body);
  }
}

function isMissing(read: () => unknown): boolean {
  try {
    read();
    return false;
  } catch (error) {
    if (error instanceof CosmosError && error.status === 404) return true;
    throw error;
  }
}

function toBody({ name, partitionKey, uniqueKeys, compositeIndexes, defaultTtl }: ProvisionedContainer): JsonObject {
  return {
    id: name,
    partitionKey: { paths: [partitionKey], kind: "Hash", version: 2 },
    indexingPolicy: { compositeIndexes: compositeIndexes.map((paths) => paths.map((part) => ({ ...part }))) },
    ...(uniqueKeys.length > 0 && {
      uniqueKeyPolicy: { uniqueKeys: uniqueKeys.map((paths) => ({ paths: [...paths] })) },
    }),
    ...(defaultTtl !== undefined && { defaultTtl }),
  };
}
