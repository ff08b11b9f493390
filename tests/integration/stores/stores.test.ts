import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeGzip } from "../../../src/adapters/blobs/gzip-blob.ts";
import { toDocument } from "../../../src/adapters/cosmos/document.ts";
import { noCounts } from "../../../src/domain/counts/counts.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import type { InventoryObject } from "../../../src/domain/inventory/inventory-object.ts";
import type { Part, TypeResult } from "../../../src/domain/observation/part.ts";
import { countedTypes } from "../../../src/domain/observation/type-results.ts";
import { runQueued } from "../../../src/domain/operation-run/events.ts";
import type { Lease } from "../../../src/domain/operation-run/lease.ts";
import { cancelledEnding, end, failedWith } from "../../../src/domain/operation-run/lifecycle.ts";
import type { Snapshot } from "../../../src/domain/snapshot/snapshot.ts";
import type { TenantStores } from "../../../src/domain/store/tenant-stores.ts";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { aRun, operator } from "../../builders/a-run.ts";
import { aProduct, type Product } from "../a-product.ts";

let product: Product;
let scope: TenantScope;
let stores: TenantStores;

beforeAll(async () => {
  product = await aProduct();
});
afterAll(() => product[Symbol.asyncDispose]());
beforeEach(() => {
  // Each test has a tenant of its own.
  scope = aTenant();
  stores = product.storesFor(scope);
});

const aTenant = (): TenantScope => openTenantScope(tenantIdSchema.parse(crypto.randomUUID()), "run");
const timeAt = (seconds: number): string =>
  new Date(Date.parse("2026-03-01T09:00:00.000Z") + seconds * 1_000).toISOString();

const aLease = (holder: string, expiresAt: string): Lease => ({
  group: "rbac",
  runId: "r",
  attempt: 1,
  holder,
  expiresAt,
});

describe("a lease on a service group", () => {
  it("is held by one, and the others are told until when", async () => {
    expect(await stores.leases.acquire(aLease("a", timeAt(15)), timeAt(0))).toEqual({ kind: "held" });
    expect(await stores.leases.acquire(aLease("b", timeAt(16)), timeAt(1))).toEqual({
      kind: "busy",
      until: timeAt(15),
    });
  });

  it("is renewed by its holder", async () => {
    await stores.leases.acquire(aLease("a", timeAt(15)), timeAt(0));
    expect(await stores.leases.acquire(aLease("a", timeAt(30)), timeAt(14))).toEqual({ kind: "held" });
    expect(await stores.leases.acquire(aLease("b", timeAt(40)), timeAt(20))).toEqual({
      kind: "busy",
      until: timeAt(30),
    });
  });

  it("an expired lease goes to one of all who steal it at once (pitfall 28)", async () => {
    await stores.leases.acquire(aLease("dead", timeAt(15)), timeAt(0));
    const stealers = Array.from({ length: 10 }, (_, position) => aLease(`s${position}`, timeAt(60)));
    const answers = await Promise.all(stealers.map((lease) => stores.leases.acquire(lease, timeAt(15))));
    expect(answers.filter(({ kind }) => kind === "held")).toHaveLength(1);
  });

  it("a lease that nobody has goes to one of all who take it at once (pitfall 28)", async () => {
    const takers = Array.from({ length: 10 }, (_, position) => aLease(`t${position}`, timeAt(60)));
    const answers = await Promise.all(takers.map((lease) => stores.leases.acquire(lease, timeAt(0))));
    expect(answers.filter(({ kind }) => kind === "held")).toHaveLength(1);
  });

  it("is given up by its holder only", async () => {
    await stores.leases.acquire(aLease("a", timeAt(15)), timeAt(0));
    await stores.leases.release("rbac", "b");
    expect((await stores.leases.acquire(aLease("b", timeAt(20)), timeAt(1))).kind).toBe("busy");
    await stores.leases.release("rbac", "a");
    expect((await stores.leases.acquire(aLease("b", timeAt(20)), timeAt(1))).kind).toBe("held");
  });

  it("a lease of one tenant is no lease of another (P5.1)", async () => {
    await stores.leases.acquire(aLease("a", timeAt(15)), timeAt(0));
    expect(await product.storesFor(aTenant()).leases.acquire(aLease("b", timeAt(15)), timeAt(0))).toEqual({
      kind: "held",
    });
  });
});

const aResult = (type: string): TypeResult => ({
  type,
  typeState: { state: "complete" },
  counts: { ...noCounts, total: 1, processed: 1, succeeded: 1 },
  failures: [],
});

const aPart = (given: Partial<Part> = {}): Part => ({
  runId: "r",
  attempt: 1,
  group: "deviceConfigurationV2",
  types: [aResult("settingsCatalog")],
  staging: "somewhere",
  window: { from: timeAt(0), to: timeAt(1) },
  objectsAdded: 1,
  bytesAdded: 10,
  graphRequests: 3,
  ...given,
});

describe("a part", () => {
  it("a part is one of its group, in the order in which activities left them (runs.md 5)", async () => {
    const [first, second] = [aPart(), aPart({ types: [aResult("endpointSecurity")], staging: null })];
    await stores.parts.add(first, 0);
    await stores.parts.add(second, 1);
    await stores.parts.add(aPart({ group: "rbac" }), 0);
    expect(await stores.parts.ofGroup("r", 1, "deviceConfigurationV2")).toEqual([first, second]);
    expect(await stores.parts.ofAttempt("r", 1)).toHaveLength(3);
  });

  it("a part that is added again, because its answer got lost, stays one", async () => {
    for (const seen of [0, 0, 0]) await stores.parts.add(aPart(), seen);
    expect(await stores.parts.ofAttempt("r", 1)).toEqual([aPart()]);
  });

  it("a part of a doubled activity comes after the one that was first, whose types count (runs.md 5)", async () => {
    const doubled = aPart({ window: { from: timeAt(5), to: timeAt(6) }, objectsAdded: 99 });
    await Promise.all([stores.parts.add(aPart(), 0), stores.parts.add(doubled, 0)]);
    const parts = await stores.parts.ofAttempt("r", 1);
    expect(parts).toHaveLength(2);
    expect(countedTypes(parts)).toEqual([{ part: parts[0], result: aResult("settingsCatalog") }]);
  });

  it("a part of the release before, one a type, is read and counts first: a run that began there ends here", async () => {
    const { types: _types, ...before } = aPart({ staging: "before" });
    const recorded = toDocument("part", "r-1-settingsCatalog", scope.tenantId, {
      ...before,
      ...aResult("settingsCatalog"),
      ttl: 604_800,
    });
    await product.cosmos.tenantData.items.create(recorded);
    const group = "deviceConfigurationV2";
    expect(await stores.parts.ofGroup("r", 1, group)).toEqual([aPart({ staging: "before" })]);
    await stores.parts.add(aPart(), 1);
    expect(countedTypes(await stores.parts.ofAttempt("r", 1)).map(({ part }) => part.staging)).toEqual(["before"]);
  });

  it("a part of another attempt or run is not summed", async () => {
    for (const each of [aPart(), aPart({ attempt: 2 }), aPart({ runId: "q" })]) await stores.parts.add(each, 0);
    expect((await stores.parts.ofAttempt("r", 2)).map(({ runId, attempt }) => [runId, attempt])).toEqual([["r", 2]]);
  });
});

const anObject = (id: string, seconds: number, given: Partial<InventoryObject> = {}): InventoryObject => ({
  type: "settingsCatalog",
  id,
  name: `Policy ${id}`,
  platform: "windows10",
  lastModified: null,
  state: "present",
  meta: { settingCount: 3 },
  configurationHash: hashOfText(id),
  targets: null,
  observedChangeAt: null,
  edges: [],
  firstSeenAt: timeAt(seconds),
  lastSeenAt: timeAt(seconds),
  observedAt: timeAt(seconds),
  ...given,
});

describe("the inventory", () => {
  const known = async () =>
    (await stores.inventory.knownOf(["settingsCatalog"])).get("settingsCatalog") ?? new Map<string, never>();

  it("is not overwritten by an older observation", async () => {
    await stores.inventory.write([anObject("a", 10)], await known());
    await stores.inventory.write([anObject("a", 5, { name: "older" })], await known());
    await stores.inventory.write([anObject("a", 5, { name: "older" })], new Map());
    expect(await stores.inventory.read("settingsCatalog", "a")).toEqual(anObject("a", 10));
  });

  it("keeps when an object was first seen, whoever wrote it meanwhile", async () => {
    const before = await known();
    await stores.inventory.write([anObject("a", 1), anObject("b", 1)], before);
    await stores.inventory.write([anObject("a", 9, { name: "Renamed" }), anObject("c", 9)], before);
    expect(await stores.inventory.read("settingsCatalog", "a")).toMatchObject({
      firstSeenAt: timeAt(1),
      lastSeenAt: timeAt(9),
    });
    expect(new Set((await known()).keys())).toEqual(new Set(["a", "b", "c"]));
  });

  it("takes more objects than one transaction may hold", async () => {
    const many = Array.from({ length: 250 }, (_, position) => anObject(`p${position}`, 1));
    await stores.inventory.write(many, await known());
    expect((await known()).size).toBe(250);
  });

  it("ends with the newest when many write one object at once", async () => {
    const before = await known();
    const nameAt = (seconds: number) => anObject("a", seconds, { name: `Policy of ${seconds}` });
    const writes = [3, 7, 1, 9, 5].map((seconds) => stores.inventory.write([nameAt(seconds)], before));
    await Promise.all(writes);
    expect(await stores.inventory.read("settingsCatalog", "a")).toMatchObject({ name: "Policy of 9" });
  });

  it("keeps objects apart whose ids differ in characters that Cosmos forbids", async () => {
    const ids = ["a/b", "a\\b", "a?b", "a#b", "a b", "a_b", "ä", "~", "~7e~"];
    await stores.inventory.write(
      ids.map((id) => anObject(id, 1)),
      await known(),
    );
    for (const id of ids) expect(await stores.inventory.read("settingsCatalog", id)).toEqual(anObject(id, 1));
  });

  it("is listed by type, state and a part of the name in any case, page by page", async () => {
    const objects = [anObject("a", 1, { name: "Baseline" }), anObject("b", 1, { state: "missing" }), anObject("c", 1)];
    await stores.inventory.write([...objects, anObject("g", 1, { type: "group" })], new Map());
    const all = { limit: 10, page: null };
    const idsOf = async (filter: object) => (await stores.inventory.list(filter, all)).items.map(({ id }) => id);
    expect(await idsOf({})).toEqual(["g", "a", "b", "c"]);
    expect(await idsOf({ type: "settingsCatalog" })).toEqual(["a", "b", "c"]);
    expect(await idsOf({ state: "missing" })).toEqual(["b"]);
    expect(await idsOf({ text: "BASEL" })).toEqual(["a"]);
    const first = await stores.inventory.list({}, { limit: 3, page: null });
    const second = await stores.inventory.list({}, { limit: 3, page: first.nextPage });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(["g", "a", "b", "c"]);
    expect(second.nextPage).toBeNull();
  });

  const day = 24 * 3_600;
  const etagOf = async (id: string) => (await known()).get(id)?.etag;

  it("is not written again by an observation that tells nothing but its time", async () => {
    await stores.inventory.write([anObject("a", 1), anObject("b", 1)], new Map());
    const before = await known();
    const renamed = anObject("b", 9, { name: "Renamed", firstSeenAt: timeAt(1) });
    await stores.inventory.write([anObject("a", 9), renamed], before);
    expect(await etagOf("a")).toBe(before.get("a")?.etag);
    expect(await stores.inventory.read("settingsCatalog", "b")).toEqual(renamed);
    await stores.inventory.write([anObject("a", 9)], new Map());
    expect(await etagOf("a")).toBe(before.get("a")?.etag);
  });

  it("says that a present object was last seen in the last complete listing of its type", async () => {
    const missing = anObject("b", 1, { state: "missing", observedAt: timeAt(3) });
    await stores.inventory.write([anObject("a", 1), missing, anObject("g", 1, { type: "group" })], new Map());
    const found = { at: timeAt(9), objects: new Map([["settingsCatalog", 1]]) };
    await stores.inventory.noteListed(found, ["group", "settingsCatalog"]);
    const { items } = await stores.inventory.list({}, { limit: 10, page: null });
    expect(items.map(({ id, lastSeenAt }) => [id, lastSeenAt])).toEqual([
      ["g", timeAt(1)],
      ["a", timeAt(9)],
      ["b", timeAt(1)],
    ]);
    expect((await stores.inventory.read("settingsCatalog", "a"))?.lastSeenAt).toBe(timeAt(9));
    expect((await known()).get("a")?.object.lastSeenAt).toBe(timeAt(9));
  });

  it("is written again after a week in which no complete listing showed the object", async () => {
    await stores.inventory.write([anObject("a", 0), anObject("b", 0)], new Map());
    const first = await etagOf("a");
    await stores.inventory.write([anObject("a", 7 * day)], await known());
    expect(await etagOf("a")).toBe(first);
    await stores.inventory.noteListed({ at: timeAt(day), objects: new Map([["settingsCatalog", 2]]) }, []);
    await stores.inventory.write([anObject("a", 8 * day)], await known());
    expect(await etagOf("a")).toBe(first);
    await stores.inventory.write([anObject("a", 8 * day + 1)], await known());
    expect(await stores.inventory.read("settingsCatalog", "a")).toMatchObject({ lastSeenAt: timeAt(8 * day + 1) });
  });

  it("keeps the newer listing of each type, however many note theirs at once", async () => {
    await stores.inventory.write([anObject("a", 1), anObject("g", 1, { type: "group" })], new Map());
    const types = ["settingsCatalog", "group"];
    const noted = [5, 9, 7].map((seconds, position) =>
      stores.inventory.noteListed({ at: timeAt(seconds), objects: new Map([[types[position % 2] ?? "", 1]]) }, types),
    );
    await Promise.all(noted);
    const { items } = await stores.inventory.list({}, { limit: 10, page: null });
    expect(items.map(({ id, lastSeenAt }) => [id, lastSeenAt])).toEqual([
      ["g", timeAt(9)],
      ["a", timeAt(7)],
    ]);
  });

  it("reads on when its listing was written by a newer version, which is left as it is", async () => {
    await stores.inventory.write([anObject("a", 1)], new Map());
    const newer = { ...toDocument("listing", "listing", scope.tenantId, { usual: 1 }), schemaVersion: 2 };
    await product.cosmos.tenantData.items.create(newer);
    expect(await stores.inventory.read("settingsCatalog", "a")).toEqual(anObject("a", 1));
    const noted = stores.inventory.noteListed({ at: timeAt(9), objects: new Map() }, ["settingsCatalog"]);
    await expect(noted).rejects.toMatchObject({ code: "unreadable_document" });
  });

  it("the inventory of one tenant is not another's (P5.1)", async () => {
    await stores.inventory.write([anObject("a", 1)], await known());
    const elsewhere = product.storesFor(aTenant()).inventory;
    expect(await elsewhere.read("settingsCatalog", "a")).toBeUndefined();
    expect((await elsewhere.knownOf(["settingsCatalog"])).size).toBe(0);
  });
});

const aHead = (given: Partial<Snapshot> = {}): Snapshot => ({
  id: "snapshot-1",
  tenantId: scope.tenantId,
  runId: "r",
  state: "complete",
  label: null,
  createdAt: timeAt(0),
  sealedAt: timeAt(1),
  window: { from: timeAt(0), to: timeAt(1) },
  counts: { ...noCounts, total: 0 },
  gaps: [],
  rootHash: hashOfText("one"),
  manifestVersion: null,
  immutability: { state: "not_enforced" },
  types: ["settingsCatalog"],
  size: 0,
  ...given,
});

describe("the head of a snapshot", () => {
  it("is written once: the first one decides (I3, pitfall 8)", async () => {
    const first = await stores.snapshots.seal(aHead());
    const second = await stores.snapshots.seal(aHead({ rootHash: hashOfText("two"), sealedAt: timeAt(9) }));
    expect(second).toEqual(first);
    expect(await stores.snapshots.read("snapshot-1")).toEqual(first);
  });

  it("the head of an abandoned snapshot is never sealed afterwards, and nobody sees it (I3)", async () => {
    expect(await stores.snapshots.abandon("snapshot-1", timeAt(2))).toBeUndefined();
    expect(await stores.snapshots.abandon("snapshot-1", timeAt(3))).toBeUndefined();
    expect(await stores.snapshots.seal(aHead())).toBe("abandoned");
    expect(await stores.snapshots.read("snapshot-1")).toBeUndefined();
    expect((await stores.snapshots.list({}, { limit: 10, page: null })).items).toEqual([]);
    expect(await stores.snapshots.lastCompleteAt()).toBeNull();
    expect(await stores.snapshots.newestComplete(["settingsCatalog"])).toBeUndefined();
  });

  it("the head of a sealed snapshot cannot be abandoned: it is the answer (runs.md 7)", async () => {
    const head = await stores.snapshots.seal(aHead());
    expect(await stores.snapshots.abandon("snapshot-1", timeAt(2))).toEqual(head);
    expect(await stores.snapshots.read("snapshot-1")).toEqual(head);
  });

  it("is either sealed or abandoned when both happen at once (I3)", async () => {
    const [sealed, seen] = await Promise.all([
      stores.snapshots.seal(aHead()),
      stores.snapshots.abandon("snapshot-1", timeAt(2)),
    ]);
    expect(seen === undefined).toBe(sealed === "abandoned");
  });

  it("a snapshot with gaps is not the last complete one", async () => {
    const newest = async () => (await stores.snapshots.newestComplete(["settingsCatalog"]))?.sealedAt;
    expect(await newest()).toBeUndefined();
    await stores.snapshots.seal(aHead());
    await stores.snapshots.seal(aHead({ id: "snapshot-2", state: "complete_with_gaps", sealedAt: timeAt(99) }));
    expect(await newest()).toBe(timeAt(1));
    expect(await stores.snapshots.lastCompleteAt()).toBe(timeAt(1));
    const { items } = await stores.snapshots.list({}, { limit: 10, page: null });
    expect(items.map(({ id }) => id)).toEqual(["snapshot-2", "snapshot-1"]);
  });

  it("a snapshot of some of the types is not the last complete one, however many there are since", async () => {
    const types = ["deviceCategory", "settingsCatalog"];
    const newest = async (wanted: string[]) => (await stores.snapshots.newestComplete(wanted))?.id;
    await stores.snapshots.seal(aHead({ types: [...types, "policySet"] }));
    for (let position = 2; position < 60; position += 1)
      await stores.snapshots.seal(aHead({ id: `snapshot-${position}`, sealedAt: timeAt(position) }));
    expect(await newest(types)).toBe("snapshot-1");
    expect(await newest(["settingsCatalog"])).toBe("snapshot-59");
    expect(await newest(["group"])).toBeUndefined();
    expect(await newest([])).toBeUndefined();
  });

  it("a snapshot of one tenant is not another's (P5.1)", async () => {
    await stores.snapshots.seal(aHead());
    const elsewhere = product.storesFor(aTenant()).snapshots;
    expect(await elsewhere.read("snapshot-1")).toBeUndefined();
    expect((await elsewhere.list({}, { limit: 10, page: null })).items).toEqual([]);
  });

  it("is none where only a later version knows what it is: it is in no list, and nobody is alarmed", async () => {
    const id = "snapshot-9";
    const { tenantId } = scope;
    product.unreadable.length = 0;
    await product.cosmos.snapshots.items.create({ ...aHead({ id }), tenantId, state: "selected", schemaVersion: 1 });
    expect(await stores.snapshots.read(id)).toBeUndefined();
    expect((await stores.snapshots.list({}, { limit: 10, page: null })).items).toEqual([]);
    expect(await stores.snapshots.lastCompleteAt()).toBeNull();
    expect(product.unreadable).toEqual([]);
  });

  it("a snapshot of an id that no document can have is not there", async () => {
    expect(await stores.snapshots.read("a/b")).toBeUndefined();
  });
});

describe("blobs", () => {
  const text = '{"id":"1","name":"é"}';
  const hash = hashOfText(text);
  const pathOf = (name: string): string => `${scope.tenantId}/${name}`;

  it("blobs of an unchanged payload cost bytes once", async () => {
    const first = await stores.blobs.putPayload(hash, text);
    expect(first).toMatchObject({ isNew: true });
    expect(first.storedBytes).toBeGreaterThan(0);
    expect(await stores.blobs.putPayload(hash, text)).toMatchObject({ isNew: false, storedBytes: 0 });
    expect(await stores.blobs.readPayload(hash, null)).toEqual({ state: "whole", text });
  });

  it("blobs of an unchanged payload are read, and not put again", async () => {
    const first = await stores.blobs.putPayload(hash, text);
    const before = product.blobServer.control.counters();
    expect(await stores.blobs.putPayload(hash, text)).toEqual({ ...first, isNew: false, storedBytes: 0 });
    const after = product.blobServer.control.counters();
    expect(Object.keys(after).filter((operation) => after[operation] !== before[operation])).toEqual(["GetBlob 200"]);
  });

  it("blobs of one payload that two put at once are written once, and both are told what is there", async () => {
    const both = await Promise.all([stores.blobs.putPayload(hash, text), stores.blobs.putPayload(hash, text)]);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(both.map(({ versionId }) => versionId)).size).toBe(1);
  });

  it("blobs are never overwritten (P1.3)", async () => {
    await stores.blobs.putPayload(hash, text);
    await stores.blobs.putPayload(hash, "something else");
    expect(await stores.blobs.readPayload(hash, null)).toEqual({ state: "whole", text });
  });

  it("blobs that are not there are missing", async () => {
    expect(await stores.blobs.readPayload(hash, null)).toEqual({ state: "missing" });
    expect(await stores.blobs.readManifest("snapshot-1", hash, null)).toEqual({ state: "missing" });
  });

  it("blobs of staged entries are read by their path, proven against the hash in it", async () => {
    const path = await stores.staging.put("r", text);
    expect(await stores.staging.put("r", text)).toBe(path);
    expect(await stores.staging.read(path)).toBe(text);
    const forged = pathOf(`r/${hashOfText("other")}.ndjson.gz`);
    await writeGzip(product.staging, forged, text, {});
    await expect(stores.staging.read(forged)).rejects.toMatchObject({ code: "store_unavailable" });
  });

  it("blobs of another tenant are not read, whatever path is named (P5.1, I5)", async () => {
    const path = await stores.staging.put("r", text);
    await stores.blobs.putPayload(hash, text);
    const elsewhere = product.storesFor(aTenant());
    await expect(elsewhere.staging.read(path)).rejects.toMatchObject({ code: "store_unavailable" });
    expect(await elsewhere.blobs.readPayload(hash, null)).toEqual({ state: "missing" });
    await expect(stores.staging.read(pathOf(`objects/${hash}.json.gz`))).rejects.toThrow("not there");
  });
});

describe("reading across tenants", () => {
  const idOf = (): string => product.newId();
  const aStoredRun = async (where: TenantScope, createdAt: string) => {
    const run = aRun({ id: idOf(), tenantId: where.tenantId, createdAt });
    await product
      .storesFor(where)
      .runs.create(run, runQueued(run, { actor: operator, at: createdAt, newId: product.newId }));
    return run;
  };

  it("needs the mark: a tenant's own client is refused (P5.2)", async () => {
    const query = product.cosmos.tenantData.items.query("SELECT * FROM c WHERE c.kind = 'run'").fetchAll();
    await expect(query).rejects.toMatchObject({ code: 400 });
  });

  it("finds the active runs of all tenants, oldest first, and no completed one", async () => {
    const [one, two] = [aTenant(), aTenant()];
    const newer = await aStoredRun(one, timeAt(20));
    const older = await aStoredRun(two, timeAt(10));
    const failure = { code: "stalled", message: "It stopped.", target: "", count: 1 } as const;
    const oldest = await aStoredRun(scope, timeAt(5));
    await stores.runs.apply(oldest.id, end(oldest, failedWith(failure), Date.parse(timeAt(30))));
    const found = (await product.aggregation.activeRuns()).map(({ id }) => id);
    expect(found.filter((id) => [newer.id, older.id, oldest.id].includes(id))).toEqual([older.id, newer.id]);
  });

  it("counts the runs that ended as failed since a time, in all tenants", async () => {
    const failure = { code: "stalled", message: "It stopped.", target: "", count: 1 } as const;
    const since = "2031-01-01T00:00:00.000Z";
    const endings = [
      [failedWith(failure), "2030-12-31T23:59:59.999Z"],
      [failedWith(failure), since],
      [cancelledEnding, since],
      [failedWith(failure), "2031-01-02T00:00:00.000Z"],
    ] as const;
    for (const [ending, at] of endings) {
      const where = aTenant();
      const run = await aStoredRun(where, timeAt(5));
      await product.storesFor(where).runs.apply(run.id, end(run, ending, Date.parse(at)));
    }
    expect(await product.aggregation.countFailedSince(since)).toBe(2);
  });

  it("finds memberships of one person only", async () => {
    const person = crypto.randomUUID();
    const [one, two] = [aTenant(), aTenant()];
    await product.addMember(one.tenantId, person, "reader");
    await product.addMember(two.tenantId, crypto.randomUUID(), "owner");
    const found = await product.aggregation.membershipsOf([person]);
    expect(found.map(({ tenantId, role }) => [tenantId, role])).toEqual([[one.tenantId, "reader"]]);
  });

  it("gives a person notifications of all tenants, and nobody else's (S3, pitfall 34)", async () => {
    const person = { ...operator, id: crypto.randomUUID() };
    for (const [position, where] of [aTenant(), aTenant(), aTenant()].entries()) {
      const run = aRun({ id: idOf(), tenantId: where.tenantId, initiator: person });
      const records = runQueued(run, { actor: person, at: timeAt(position), newId: product.newId });
      await product.storesFor(where).runs.create(run, records);
    }
    const first = await product.aggregation.notificationsOf(person.id, { limit: 2, page: null });
    const second = await product.aggregation.notificationsOf(person.id, { limit: 2, page: first.nextPage });
    const times = [...first.items, ...second.items].map(({ createdAt }) => createdAt);
    expect(times).toEqual([timeAt(2), timeAt(1), timeAt(0)]);
    expect(second.nextPage).toBeNull();
    const [mine] = first.items;
    expect(await product.aggregation.markRead(crypto.randomUUID(), mine?.id ?? "", timeAt(9))).toBeUndefined();
    expect(await product.aggregation.markRead(person.id, mine?.id ?? "", timeAt(9))).toMatchObject({
      readAt: timeAt(9),
    });
    expect(await product.aggregation.markRead(person.id, mine?.id ?? "", timeAt(20))).toMatchObject({
      readAt: timeAt(9),
    });
  });

  it("refuses ids of notifications that are none", async () => {
    for (const id of ["", "x", "notification-", `notification-${scope.tenantId}-/`, "notification-../x"]) {
      expect(await product.aggregation.markRead("p", id, timeAt(0))).toBeUndefined();
    }
  });
});
