import { type Container, CosmosClient, type CosmosClientOptions } from "@azure/cosmos";

type Credential = NonNullable<CosmosClientOptions["aadCredentials"]>;

export type CosmosSettings = {
  readonly endpoint: string;
  readonly database: string;
  readonly credential: Credential;
  /** Sent as user agent suffix by the one client that may query across partitions (runs.md 11). */
  readonly mark?: string;
};

export type CosmosContainers = {
  readonly tenantData: Container;
  readonly inventory: Container;
  readonly directory: Container;
  readonly snapshots: Container;
  readonly dispose: () => void;
};

/** The containers of config/storage.json. Without `consistencyLevel` the client would send no session token (azure-services.md 3). */
export function makeCosmos({ endpoint, database, credential, mark }: CosmosSettings): CosmosContainers {
  const client = new CosmosClient({
    endpoint,
    aadCredentials: credential,
    consistencyLevel: "Session",
    ...(mark === undefined ? {} : { userAgentSuffix: mark }),
    connectionPolicy: {
      requestTimeout: 20_000,
      // The SDK waits out 429s as Cosmos asks; a caller waits no longer than this in all.
      retryOptions: { maxRetryAttemptCount: 9, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 15 },
    },
  });
  const container = (name: string): Container => client.database(database).container(name);
  return {
    tenantData: container("tenantData"),
    inventory: container("inventory"),
    directory: container("directory"),
    snapshots: container("snapshots"),
    dispose: () => client.dispose(),
  };
}
