import { randomUUID } from "node:crypto";
import { CosmosClient } from "@azure/cosmos";
import { blobDeadlineMs } from "../../../config/limits.ts";
import storage from "../../../config/storage.json" with { type: "json" };
import { demoUsers } from "../../../local/stack/demo-directory.ts";
import { makeBlobContainer } from "../../../src/adapters/blobs/make-blob-container.ts";
import { makeSnapshotBlobs } from "../../../src/adapters/blobs/make-snapshot-blobs.ts";
import { toDocument } from "../../../src/adapters/cosmos/document.ts";
import { tenantDocumentId } from "../../../src/adapters/cosmos/make-tenant-repository.ts";
import { membershipDocumentId } from "../../../src/adapters/cosmos/memberships.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import type { JsonValue } from "../../../src/domain/json/json-value.ts";
import { toManifestText } from "../../../src/domain/snapshot/manifest-text.ts";
import { type Manifest, snapshotIdOf } from "../../../src/domain/snapshot/snapshot.ts";
import type { TenantStores } from "../../../src/domain/store/tenant-stores.ts";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { versionIdOf } from "../../../src/domain/version/object-version.ts";
import { type ServedApp, startHttpApp } from "../../../tools/soak/api/http-app-in-process.ts";
import { routeNamed } from "../../../tools/soak/walls/route-named.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { aManifest, anEntry } from "../../builders/an-entry.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";

/** One tenant of the world, and who owns it. */
export type Side = { readonly id: string; readonly name: string; readonly owner: string; readonly mark: string };

/** Ids of what lies in one tenant, by the parameter of a path that takes one. */
export type Ids = Readonly<Record<string, string>>;

export type TwoTenants = ServedApp & {
  readonly own: Side & { readonly ids: Ids };
  readonly foreign: Side & { readonly ids: Ids };
  /** Every document of a tenant with its version, in the order of their ids. */
  documentsOf(tenantId: string): Promise<readonly string[]>;
};

/** Two customers with one owner each, and one of everything in both. */
export async function twoTenants(): Promise<TwoTenants> {
  const own: Side = { id: randomUUID(), name: "Marked-own Ltd", owner: "owner", mark: "Marked-own" };
  const foreign: Side = { id: randomUUID(), name: "Marked-foreign Ltd", owner: "manager", mark: "Marked-foreign" };
  const served = await startHttpApp([own, foreign]);
  const client = new CosmosClient({ endpoint: served.servers.cosmos.endpoint, key: served.servers.cosmos.key });
  const database = client.database(storage.database);
  const tenantData = database.container("tenantData");
  const fill = async (side: Side): Promise<Side & { ids: Ids }> => {
    const principalId = objectIdOf(side.owner);
    const tenant = { name: side.name, timeZone: "Europe/Berlin", state: "active", stateReason: null, paused: false };
    await tenantData.items.create(toDocument("tenant", tenantDocumentId, tenantIdSchema.parse(side.id), tenant));
    const membership = { principalId, role: "owner" };
    const id = membershipDocumentId(principalId);
    await tenantData.items.create(toDocument("membership", id, tenantIdSchema.parse(side.id), membership));
    return { ...side, ids: await fillTenant(served, side, principalId) };
  };
  const documentsOf = async (tenantId: string): Promise<string[]> => {
    const all = storage.containers.map(async ({ name }) => {
      const found = database.container(name).items.query("SELECT c.id, c._etag FROM c", { partitionKey: tenantId });
      return (await found.fetchAll()).resources.map(({ id, _etag }) => `${name} ${id} ${_etag}`);
    });
    return (await Promise.all(all)).flat().toSorted();
  };
  return {
    ...served,
    own: await fill(own),
    foreign: await fill(foreign),
    documentsOf,
    [Symbol.asyncDispose]: async () => {
      client.dispose();
      await served[Symbol.asyncDispose]();
    },
  };
}

function objectIdOf(user: string): string {
  return demoUsers.find(({ name }) => name === user)?.id ?? "";
}

async function fillTenant(served: ServedApp, { id, owner, mark }: Side, principalId: string): Promise<Ids> {
  const scope = openTenantScope(tenantIdSchema.parse(id), "run");
  const stores = served.app.storesFor(scope);
  const params = { tenantId: id };
  const send = async (route: string, body?: unknown) => {
    const { status, text } = await served.send(routeNamed(route), { params, body }, owner);
    if (status >= 300) throw new Error(`${route}: ${status} ${text}`);
    return JSON.parse(text);
  };
  const run = await send("takeSnapshot", { label: mark });
  const schedule = await send("createSchedule", { cron: "0 2 * * *" });
  const objectId = `${mark}-policy`;
  await stores.inventory.write([anInventoryObject({ id: objectId, name: mark })], new Map());
  await sealSnapshot(served, scope, { runId: run.id, label: mark, objects: [{ id: objectId, name: mark }] });
  const versionId = await addVersion(stores, objectId, mark, snapshotIdOf(run.id));
  const [notification] = JSON.parse((await served.send(routeNamed("listNotifications"), {}, owner)).text).items;
  return {
    runId: run.id,
    snapshotId: snapshotIdOf(run.id),
    scheduleId: schedule.id,
    type: "settingsCatalog",
    objectId,
    versionId,
    notificationId: notification.id,
    principalId,
  };
}

/** What the snapshot showed of its one object, as whoever seals it notes. Answers its id. */
async function addVersion(stores: TenantStores, objectId: string, name: string, snapshotId: string): Promise<string> {
  const ref = { type: "settingsCatalog", objectId };
  const payloadHash = hashOfText(JSON.stringify({ id: objectId, name }));
  const id = versionIdOf({ ...ref, snapshotId });
  const hashes = { payloadHash, payloadVersion: null, configurationHash: payloadHash, formId: undefined };
  await stores.versions.add([
    { id, ...ref, name, event: "new", at: startOfTime, notBefore: null, snapshotId, ...hashes },
  ]);
  return id;
}

/** What a snapshot holds: policies of the settings catalog, and whether all of them were read. */
export type Sealed = {
  readonly runId: string;
  readonly label: string;
  readonly objects: readonly { readonly id: string; readonly name: string; readonly [property: string]: JsonValue }[];
  readonly typeState?: Manifest["types"][number]["typeState"];
  /** Objects of other types, called as their payload says. */
  readonly others?: readonly OtherObject[];
  /** The rule that the hashes of all were made by. */
  readonly formId?: string;
};

export type OtherObject = {
  readonly type: string;
  readonly payload: { readonly id: string; readonly displayName: string; readonly [property: string]: JsonValue };
};

/** Seals a snapshot of these objects, as a worker does. Answers its id. */
export async function sealSnapshot(
  served: ServedApp,
  scope: TenantScope,
  { runId, label, objects, typeState = { state: "complete" }, others = [], formId = "rule" }: Sealed,
): Promise<string> {
  const blobs = workerBlobs(served, scope);
  const policies = objects.map((object) => toSealed({ type: "settingsCatalog", ...object }, object));
  const more = others.map(({ type, payload }) =>
    toSealed({ type, id: payload.id, name: payload.displayName }, payload),
  );
  const entries = [...more, ...policies];
  for (const { payload, entry } of entries) await blobs.putPayload(entry.payloadHash, payload);
  const names = { snapshotId: snapshotIdOf(runId), tenantId: scope.tenantId, runId };
  const types = [
    ...[...Map.groupBy(others, ({ type }) => type)].map(([type, all]) => ({
      type,
      objects: all.length,
      typeState: { state: "complete" as const },
      formId,
    })),
    { type: "settingsCatalog", objects: policies.length, typeState, formId },
  ];
  const manifest = { ...aManifest(entries.map(({ entry }) => entry)), ...names, types };
  const { text, rootHash } = toManifestText(manifest);
  await blobs.putManifest(names.snapshotId, rootHash, text);
  await served.app.storesFor(scope).snapshots.seal(snapshotOf(scope.tenantId, runId, label, rootHash));
  return names.snapshotId;
}

function toSealed(entry: { readonly type: string; readonly id: string; readonly name: string }, object: JsonValue) {
  const payload = JSON.stringify(object);
  const { type, id, name } = entry;
  const hashes = { payloadHash: hashOfText(payload), configurationHash: hashOfText(`form ${payload}`) };
  return { payload, entry: anEntry({ type, id, name, ...hashes }) };
}

/** Snapshot storage with the identity of the worker: the app that is served here may not write. */
export function workerBlobs({ servers }: ServedApp, scope: TenantScope) {
  const credential = {
    getToken: async () => {
      const { token, expiresAtMs } = await servers.entra.identityToken("worker", "https://storage.azure.com");
      return { token, expiresOnTimestamp: expiresAtMs };
    },
  };
  const how = { endpoint: servers.blobs.endpoint, container: "snapshots", credential, deadlineMs: blobDeadlineMs };
  return makeSnapshotBlobs(makeBlobContainer(how), scope, () => undefined);
}

function snapshotOf(tenantId: string, runId: string, label: string, rootHash: string) {
  return {
    id: snapshotIdOf(runId),
    tenantId: tenantIdSchema.parse(tenantId),
    runId,
    state: "complete" as const,
    label,
    createdAt: startOfTime,
    sealedAt: startOfTime,
    window: { from: startOfTime, to: startOfTime },
    counts: { total: 1, processed: 1, succeeded: 1, failed: 0, skipped: 0, gaps: 0 },
    gaps: [],
    rootHash,
    manifestVersion: null,
    immutability: { state: "not_enforced" as const, until: null },
    types: ["settingsCatalog"],
    size: 42,
  };
}
