import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TokenCredential } from "@azure/identity";
import { type RunningBlobs, startBlobs } from "@tenantpilot/embedded-azure/blobs";
import { type RunningCosmos, startCosmos } from "@tenantpilot/embedded-azure/cosmos";
import { type RunningServiceBus, startServiceBus } from "@tenantpilot/embedded-azure/service-bus";
import { toEmulatorConfig } from "@tenantpilot/embedded-azure/service-bus/emulator-config";
import type { Entra } from "@tenantpilot/embedded-azure/testing/entra";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { blobDeadlineMs, endedRunsBytes } from "../../config/limits.ts";
import queues from "../../config/queues.json" with { type: "json" };
import { retention } from "../../config/retention.ts";
import storage from "../../config/storage.json" with { type: "json" };
import { type BlobContainer, makeBlobContainer } from "../../src/adapters/blobs/make-blob-container.ts";
import { makeDefinitionBlobs } from "../../src/adapters/blobs/make-definition-blobs.ts";
import { makeDigestStore } from "../../src/adapters/blobs/make-digest-store.ts";
import { makeSnapshotBlobs } from "../../src/adapters/blobs/make-snapshot-blobs.ts";
import { makeStaging } from "../../src/adapters/blobs/make-staging.ts";
import { makeNewId } from "../../src/adapters/clock/new-id.ts";
import { aggregationMark } from "../../src/adapters/cosmos/aggregation-mark.ts";
import { toDocument } from "../../src/adapters/cosmos/document.ts";
import { makeEndedRuns } from "../../src/adapters/cosmos/ended-runs.ts";
import { makeAggregation } from "../../src/adapters/cosmos/make-aggregation.ts";
import { makeAuditRepository } from "../../src/adapters/cosmos/make-audit-repository.ts";
import { makeConsentRepository } from "../../src/adapters/cosmos/make-consent-repository.ts";
import { type CosmosContainers, makeCosmos } from "../../src/adapters/cosmos/make-cosmos.ts";
import { makeDefinitionRepository } from "../../src/adapters/cosmos/make-definition-repository.ts";
import { makeDirectoryRepository } from "../../src/adapters/cosmos/make-directory-repository.ts";
import { makeEventRepository } from "../../src/adapters/cosmos/make-event-repository.ts";
import { makeInventoryRepository } from "../../src/adapters/cosmos/make-inventory-repository.ts";
import { makeLeaseRepository } from "../../src/adapters/cosmos/make-lease-repository.ts";
import { makeLinkRepository } from "../../src/adapters/cosmos/make-link-repository.ts";
import { makePartRepository } from "../../src/adapters/cosmos/make-part-repository.ts";
import { makeReadinessRepository } from "../../src/adapters/cosmos/make-readiness-repository.ts";
import { makeRunRepository } from "../../src/adapters/cosmos/make-run-repository.ts";
import { makeScheduleRepository } from "../../src/adapters/cosmos/make-schedule-repository.ts";
import { makeSnapshotRepository } from "../../src/adapters/cosmos/make-snapshot-repository.ts";
import { makeTenantRepository } from "../../src/adapters/cosmos/make-tenant-repository.ts";
import { makeVersionRepository } from "../../src/adapters/cosmos/make-version-repository.ts";
import { membershipDocumentId } from "../../src/adapters/cosmos/memberships.ts";
import { makeOperationQueue } from "../../src/adapters/service-bus/make-operation-queue.ts";
import type { Damage, ReportDamage } from "../../src/domain/snapshot/stored-text.ts";
import type { Aggregation } from "../../src/domain/store/aggregation.ts";
import type { TenantStores } from "../../src/domain/store/tenant-stores.ts";
import type { Role } from "../../src/domain/tenant/rights.ts";
import {
  openTenantScope,
  type TenantId,
  type TenantScope,
  tenantIdSchema,
} from "../../src/domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable, Unreadable } from "../../src/domain/unreadable/unreadable.ts";
import { secretsTold, throwIfAny } from "../../tools/stack/secrets-told.ts";
import { aHurryingClock } from "../builders/a-clock.ts";
import { anEntra } from "../builders/an-entra.ts";

/** A send in these tests fails sooner than in the product, and not because the machine is slow: it takes 50 ms. */
const sendLimits = { attemptTimeoutMs: 5_000, maxRetries: 0, retryDelayMs: 50, totalTimeoutMs: 15_000 };

/** One process of the product: its own clients, so its own sessions. */
export type Part = {
  readonly cosmos: CosmosContainers;
  readonly storesFor: (scope: TenantScope) => TenantStores;
  readonly aggregation: Aggregation;
};

/** The product's adapters on the embedded servers, with tokens over TLS. */
export type Product = Part &
  AsyncDisposable & {
    readonly server: RunningCosmos;
    readonly bus: RunningServiceBus;
    readonly blobServer: RunningBlobs;
    readonly blobs: BlobContainer;
    readonly staging: BlobContainer;
    readonly digests: BlobContainer;
    readonly queue: ReturnType<typeof makeOperationQueue>;
    readonly newId: () => string;
    /** Of the worker, whatever service it asks. */
    readonly credential: TokenCredential;
    /** What a process of its own has to trust. */
    readonly caFile: string;
    /** What was left out of lists, as it was told. */
    readonly unreadable: Unreadable[];
    /** Blobs that were found damaged, as it was told. */
    readonly damage: Damage[];
    /** Folder of the blob server. */
    readonly blobsDir: string;
    /** Another process, with sessions of its own. */
    another(): Part;
    addTenant(tenantId: TenantId, name?: string): Promise<void>;
    addMember(tenantId: TenantId, principalId: string, role: Role): Promise<void>;
  };

export async function aProduct(): Promise<Product> {
  const dir = await mkdtemp(join(tmpdir(), "product-"));
  const entra = await anEntra();
  const { server, bus, blobServer, transient } = await startServers(dir, entra);
  const credential = workerOf(entra, server.endpoint);
  const newId = makeNewId();
  const how = { credential, deadlineMs: blobDeadlineMs };
  const blobs = makeBlobContainer({ endpoint: blobServer.endpoint, container: "snapshots", ...how });
  const staging = makeBlobContainer({ endpoint: transient.endpoint, container: "staging", ...how });
  const digests = makeBlobContainer({ endpoint: blobServer.endpoint, container: "audit", ...how });
  const queue = makeOperationQueue({
    namespace: bus.namespace,
    credential,
    queueName: "operations",
    limits: sendLimits,
  });
  const opened: CosmosContainers[] = [];
  const unreadable: Unreadable[] = [];
  const damage: Damage[] = [];
  const open = (mark?: string): CosmosContainers => {
    const base = { endpoint: server.endpoint, database: storage.database, credential };
    const cosmos = makeCosmos(mark === undefined ? base : { ...base, mark });
    opened.push(cosmos);
    return cosmos;
  };
  const another = (): Part =>
    aPart(open(), open(aggregationMark), { blobs, staging, digests }, newId, {
      unreadable: (each) => void unreadable.push(each),
      damage: (each) => void damage.push(each),
    });
  const part = another();
  const create = (kind: "tenant" | "membership", id: string, tenantId: TenantId, content: object) =>
    part.cosmos.tenantData.items.upsert(toDocument(kind, id, tenantId, content));
  return {
    ...part,
    server,
    bus,
    blobServer,
    blobs,
    staging,
    digests,
    queue,
    newId,
    credential,
    caFile: entra.caFile,
    unreadable,
    damage,
    blobsDir: join(dir, "blobs"),
    another,
    addTenant: async (tenantId, name = "Customer") => {
      const tenant = { name, timeZone: "Europe/Berlin", state: "active", stateReason: null, paused: false };
      await create("tenant", "tenant", tenantId, tenant);
    },
    addMember: async (tenantId, principalId, role) => {
      await create("membership", membershipDocumentId(principalId), tenantId, { principalId, role });
    },
    [Symbol.asyncDispose]: async () => {
      await queue[Symbol.asyncDispose]();
      for (const cosmos of opened) cosmos.dispose();
      const secrets = await secretsTold({ dataDir: dir, blobs: blobServer, told: {} });
      await Promise.all([server.close(), bus.close(), blobServer.close()]);
      await entra.close();
      await rm(dir, { recursive: true, force: true });
      throwIfAny(secrets);
    },
  };
}

/** A product for the tests of one file, and for each test a tenant of its own, with time that the test moves. */
export function aTenantEach(): Readonly<Its> {
  // Filled before anybody reads it: vitest runs the hooks before the tests.
  const its = {} as Its;
  beforeAll(async () => {
    its.product = await aProduct();
  });
  afterAll(() => its.product[Symbol.asyncDispose]());
  beforeEach(() => {
    its.scope = openTenantScope(tenantIdSchema.parse(randomUUID()), "aggregated");
    its.clock = aHurryingClock();
  });
  return its;
}

type Its = { product: Product; scope: TenantScope; clock: ReturnType<typeof aHurryingClock> };

async function startServers(dir: string, { tls, access }: Entra) {
  const common = { port: 0, tls, access };
  const server = await startCosmos({
    ...common,
    dir: join(dir, "cosmos"),
    provision: storage,
    crossPartitionMark: aggregationMark,
  });
  const bus = await startServiceBus({
    ...common,
    dir: join(dir, "service-bus"),
    plainPort: 0,
    config: toEmulatorConfig(queues),
  });
  const account = { account: "tenantpilot", provision: ["snapshots", "audit"] };
  const blobServer = await startBlobs({ ...common, ...account, dir: join(dir, "blobs") });
  const transient = await blobServer.addAccount({
    dir: join(dir, "blobs-transient"),
    account: "tenantpilottransient",
    provision: ["staging"],
  });
  return { server, bus, blobServer, transient };
}

/** Signs in as the worker, with whatever audience the client asks for. */
function workerOf(entra: Entra, cosmosEndpoint: string): TokenCredential {
  return {
    getToken: async (scopes) => {
      const scope = [scopes].flat()[0] ?? "";
      const audience = scope.replace(/\/+\.default$/, "");
      const known = audience === cosmosEndpoint ? "https://cosmos.azure.com" : audience;
      const { token, expiresAtMs } = await entra.identityToken("worker", known);
      return { token, expiresOnTimestamp: expiresAtMs };
    },
  };
}

function aPart(
  cosmos: CosmosContainers,
  marked: CosmosContainers,
  { blobs, staging, digests }: Pick<Product, "blobs" | "staging" | "digests">,
  newId: () => string,
  told: { readonly unreadable: ReportUnreadable; readonly damage: ReportDamage },
): Part {
  const tell = told.unreadable;
  const endedRuns = makeEndedRuns(endedRunsBytes);
  return {
    cosmos,
    aggregation: makeAggregation(marked, tell),
    storesFor: (scope) => ({
      tenant: makeTenantRepository(cosmos.tenantData, scope, retention, tell),
      schedules: makeScheduleRepository(cosmos.tenantData, scope, retention, tell),
      runs: makeRunRepository({ tenantData: cosmos.tenantData, endedRuns }, scope, newId, retention, tell),
      parts: makePartRepository(cosmos.tenantData, scope, retention),
      leases: makeLeaseRepository(cosmos.tenantData, scope),
      links: makeLinkRepository(cosmos.tenantData, scope, retention, tell),
      inventory: makeInventoryRepository(cosmos, scope, tell),
      directory: makeDirectoryRepository(cosmos.directory, scope, retention, tell),
      readiness: makeReadinessRepository(cosmos.tenantData, scope),
      consents: makeConsentRepository(cosmos.tenantData, scope),
      definitions: makeDefinitionRepository(cosmos.tenantData, scope),
      definitionBlobs: makeDefinitionBlobs(blobs, scope, told.damage),
      snapshots: makeSnapshotRepository(cosmos.snapshots, scope, retention, tell),
      versions: makeVersionRepository(cosmos.snapshots, scope, tell),
      events: makeEventRepository(cosmos.snapshots, scope, retention, tell),
      blobs: makeSnapshotBlobs(blobs, scope, told.damage),
      staging: makeStaging(staging, scope),
      audit: makeAuditRepository(cosmos.tenantData, scope, tell),
      digests: makeDigestStore(digests, scope),
    }),
  };
}
