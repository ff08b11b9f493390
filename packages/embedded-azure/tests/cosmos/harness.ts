import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Container,
  type ContainerRequest,
  CosmosClient,
  type CosmosClientOptions,
  ErrorResponse,
} from "@azure/cosmos";
import { type CosmosOptions, type RunningCosmos, startCosmos } from "../../src/cosmos/start-cosmos.ts";

const { CONTRACT_COSMOS_ENDPOINT: REAL_ENDPOINT, CONTRACT_COSMOS_KEY: REAL_KEY } = process.env;

/** Whether the tests run against an account in Azure: there nothing can be injected and no clock set. */
export const isReal = REAL_ENDPOINT !== undefined;

export type Account = AsyncDisposable & {
  readonly endpoint: string;
  readonly key: string;
  /** Throws when the account is a real one: skip such tests with `isReal`. */
  readonly server: () => RunningCosmos;
  /** A client with session consistency; every one is a session of its own. */
  client(options?: Partial<CosmosClientOptions>): CosmosClient;
  /** A new container in a database of this account's own. */
  container(definition?: Partial<ContainerRequest>): Promise<Container>;
};

/** The account under test: the real one named by CONTRACT_COSMOS_*, else an embedded server with an empty folder. */
export async function openAccount(options: Partial<CosmosOptions> = {}): Promise<Account> {
  const dir = mkdtempSync(join(tmpdir(), "cosmos-contract-"));
  const local = isReal ? undefined : await startCosmos({ dir, port: 0, ...options });
  const endpoint = local?.endpoint ?? REAL_ENDPOINT ?? "";
  const key = local?.key ?? REAL_KEY ?? "";
  const databaseId = `contract-${randomUUID()}`;
  const clients: CosmosClient[] = [];
  const client = (extra: Partial<CosmosClientOptions> = {}): CosmosClient => {
    const made = new CosmosClient({ endpoint, key, consistencyLevel: "Session", ...extra });
    clients.push(made);
    return made;
  };
  const owner = client();
  return {
    endpoint,
    key,
    client,
    server: () => local ?? fail("The control of the embedded server is not there for a real account."),
    async container(definition = {}) {
      const { database } = await owner.databases.createIfNotExists({ id: databaseId });
      const id = `c-${randomUUID()}`;
      const { container } = await database.containers.create({ id, partitionKey: "/tenantId", ...definition });
      return container;
    },
    async [Symbol.asyncDispose]() {
      if (isReal) await owner.database(databaseId).delete();
      for (const made of clients) made.dispose();
      await local?.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function fail(message: string): never {
  throw new Error(message);
}

/** The error that a call is refused with; throws when it succeeds. */
export async function refusalOf(call: Promise<unknown>): Promise<ErrorResponse & { code: number }> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!("error" in outcome)) throw new Error(`Expected a refusal, got ${JSON.stringify(outcome.value)}`);
  // The SDK wraps what a whole batch is refused with.
  const { error } = outcome;
  const refusal = error instanceof Error && error.cause instanceof ErrorResponse ? error.cause : error;
  if (!(refusal instanceof ErrorResponse) || typeof refusal.code !== "number") throw error;
  return Object.assign(refusal, { code: refusal.code });
}

/** The same container as another session sees it. */
export function asSeenBy(client: CosmosClient, container: Container): Container {
  return client.database(container.database.id).container(container.id);
}
