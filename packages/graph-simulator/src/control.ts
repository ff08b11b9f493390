import { toChanged } from "./answers/to-changed.ts";
import { type AuditActor, anAdministrator } from "./audit/audit-event.ts";
import { writeAudited } from "./audit/write-audited.ts";
import type { Catalog } from "./catalog.ts";
import type { Collection } from "./collection.ts";
import type { Counters, Counts } from "./counters.ts";
import type { Entity } from "./entity.ts";
import { type FaultPlanInput, parseFaultPlan } from "./faults/fault-plan.ts";
import type { Faults } from "./faults/faults.ts";
import type { Quirk } from "./faults/quirks.ts";
import type { Throttle, Throttles } from "./faults/throttles.ts";
import type { Limits, Windows } from "./faults/windows.ts";
import { completeEntity } from "./store/complete-entity.ts";
import type { CollectionKey, Store, Tenant } from "./store/make-store.ts";

/** What the demo, a test or a benchmark may do to a running server, beside the wire. Collections are named by path, as `/groups`. */
export type GraphControl = {
  putTenant(tenant: Tenant): void;
  hasTenant(id: string): boolean;
  /** Adds objects, or replaces those whose id is known, all or none; children stand inline. What has no id gets one. */
  putObjects(tenantId: string, collectionPath: string, objects: readonly object[]): void;
  /**
   * Replaces an object, children included, as an administrator would: its time of change is now, and of what is Intune's
   * the audit says who did it. Nobody named: an administrator.
   */
  replaceObject(tenantId: string, collectionPath: string, id: string, object: object, actor?: AuditActor): void;
  /** Merges changes into an object (children as whole lists); its time of change is now, unless the changes say otherwise. */
  patchObject(tenantId: string, collectionPath: string, id: string, changes: object, actor?: AuditActor): void;
  /** Nothing, where there is no such object. */
  deleteObject(tenantId: string, collectionPath: string, id: string, actor?: AuditActor): void;
  /** Whole, with children inline, in order. */
  objects(tenantId: string, collectionPath: string): readonly Entity[];
  /** Paths of all collections. */
  collections(): readonly string[];
  /** Without a licence a collection answers as its service does then. Tenants have every licence at first. */
  setLicence(tenantId: string, collectionPath: string, isLicensed: boolean): void;
  /** Counts for requests that wait already, too. */
  setLatency(ms: number): void;
  /** What is made in the directory from now on is shown so many ms later. Default 0. */
  setDirectoryDelay(ms: number): void;
  /** Every delta link that was given so far is refused from now on. */
  forgetChanges(): void;
  /** Replaces all faults and waiting times: a plan, or a list of faults. Throws when it is not understood. */
  setFaults(plan: FaultPlanInput): void;
  /** Which odd ways of Graph are switched off, from now on; at first none is. */
  setQuirksOff(quirks: readonly Quirk[]): void;
  /** Adds a rule that refuses the next requests it matches. */
  throttle(throttle: Throttle): void;
  clearThrottles(): void;
  /** Turns the service's published limits on or off, or sets own ones by service group. */
  setLimits(limits: Limits): void;
  counters(): Counts;
  resetCounters(): void;
};

export type ControlDeps = {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly counters: Counters;
  readonly faults: Faults;
  readonly throttles: Throttles;
  readonly windows: Windows;
  readonly setLatency: (ms: number) => void;
  readonly setDirectoryDelay: (ms: number) => void;
  readonly forgetChanges: () => void;
  readonly setQuirksOff: (quirks: readonly Quirk[]) => void;
  readonly nowMs: () => number;
};

export function makeControl({
  store,
  catalog,
  counters,
  faults,
  throttles,
  windows,
  setLatency,
  setDirectoryDelay,
  forgetChanges,
  setQuirksOff,
  nowMs,
}: ControlDeps): GraphControl {
  return {
    ...makeObjectControl(store, catalog, nowMs),
    putTenant: (tenant) => store.putTenant(tenant),
    hasTenant: (id) => store.hasTenant(id),
    collections: () => catalog.collections.map(({ path }) => path),
    setLicence: (tenantId, path, isLicensed) =>
      store.setLicence(placeOf(tenantId, catalog.collectionAt(path)), isLicensed),
    setLatency,
    setDirectoryDelay,
    forgetChanges,
    setQuirksOff,
    setFaults: (plan) => {
      const { limits, quirksOff } = parseFaultPlan(plan);
      if (limits) windows.set(limits);
      if (quirksOff) setQuirksOff(quirksOff);
      faults.set(plan);
    },
    throttle: (rule) => throttles.add(rule),
    clearThrottles: () => throttles.clear(),
    setLimits: (limits) => windows.set(limits),
    counters: () => counters.counts(),
    resetCounters: () => counters.reset(),
  };
}

type ObjectControl = Pick<GraphControl, "putObjects" | "replaceObject" | "patchObject" | "deleteObject" | "objects">;

function makeObjectControl(store: Store, { collectionAt }: Catalog, nowMs: () => number): ObjectControl {
  function find(tenantId: string, collection: Collection, id: string): Entity {
    const found = store.find(placeOf(tenantId, collection), id);
    if (!found) throw new Error(`Tenant ${tenantId} has no ${collection.path}/${id}.`);
    return found;
  }
  /** `kept` stays as it is said, whatever Graph would make of it. */
  function save(
    tenantId: string,
    collection: Collection,
    { before, object, kept = {} }: { readonly before: Entity; readonly object: Entity; readonly kept?: Entity },
    actor: AuditActor,
  ): void {
    const after = { ...completeEntity(collection, toChanged(collection, object, nowMs())), ...kept };
    writeAudited(store, tenantId, { collection, before, after, actor, nowMs: nowMs() });
  }
  return {
    putObjects(tenantId, path, objects) {
      const collection = collectionAt(path);
      if (!store.hasTenant(tenantId)) throw new Error(`Graph has no tenant ${tenantId}: put the tenant first.`);
      store.together(() => {
        for (const object of objects) {
          const entity = completeEntity(collection, { ...object });
          store.put(placeOf(tenantId, collection), entity.id, entity, "old");
        }
      });
    },
    replaceObject(tenantId, path, id, object, actor = anAdministrator) {
      const collection = collectionAt(path);
      const before = find(tenantId, collection, id);
      save(tenantId, collection, { before, object: { version: before["version"], ...object, id } }, actor);
    },
    patchObject(tenantId, path, id, changes, actor = anAdministrator) {
      const collection = collectionAt(path);
      const said = Object.entries(changes).filter(([name]) => !collection.children.some((each) => each.name === name));
      const before = find(tenantId, collection, id);
      const kept = { ...Object.fromEntries(said), id };
      save(tenantId, collection, { before, object: { ...before, ...changes, id }, kept }, actor);
    },
    deleteObject(tenantId, path, id, actor = anAdministrator) {
      const collection = collectionAt(path);
      const before = store.find(placeOf(tenantId, collection), id);
      if (before) writeAudited(store, tenantId, { collection, before, actor, nowMs: nowMs() });
    },
    objects: (tenantId, path) =>
      Array.from(store.objectsAfter(placeOf(tenantId, collectionAt(path)), 0), ({ body }) => body),
  };
}

function placeOf(tenantId: string, { path }: Collection): CollectionKey {
  return { tenantId, collection: path };
}
