import type { Reading } from "../../domain/comparison/equality.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { ObservedObject } from "../../domain/graph/observed-object.ts";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import type { InventoryObject } from "../../domain/inventory/inventory-object.ts";
import type { KnownObject } from "../../domain/inventory/repository.ts";
import { canonicalJson } from "../../domain/json/canonical-json.ts";
import type { StagedEntry } from "../../domain/observation/staged-entry.ts";
import type { Entry } from "../../domain/snapshot/entry.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";

export type SinkOptions = {
  readonly stores: Pick<TenantStores, "inventory" | "blobs">;
  readonly known: ReadonlyMap<string, KnownObject>;
  /** The rule of the hashes. */
  readonly formId: string;
  readonly configurationHashOf: (object: ObservedObject) => string;
  /** Since when it is other than its newest version (ISO 8601 UTC), or null. */
  readonly changeOf: (object: ObservedObject, now: Reading) => Promise<string | null>;
  /** A snapshot keeps payloads; an inventory sync only looks. */
  readonly keepsPayloads: boolean;
};

export type SinkTotals = {
  readonly objectsAdded: number;
  readonly bytesAdded: number;
  readonly lines: readonly StagedEntry[];
};

export type ObjectSink = {
  /**
   * Takes one object in: payload first, then the entry and the inventory, so that an entry never names a missing blob.
   * Answers how many bytes of JSON it has.
   */
  add(object: ObservedObject): Promise<number>;
  /** Writes what is left and answers what was added. */
  finish(): Promise<SinkTotals>;
};

const inventoryBatch = 50;

/** Name and whitelisted facts of one object, in bytes of JSON: what the inventory is for is a few hundred. */
const mostFactBytes = 64 * 1024;

/** Where the observed objects of one type go. */
export function makeObjectSink(options: SinkOptions): ObjectSink {
  const lines: StagedEntry[] = [];
  let waiting: InventoryObject[] = [];
  let objectsAdded = 0;
  let bytesAdded = 0;

  async function flush(): Promise<void> {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) await options.stores.inventory.write(batch, options.known);
  }

  async function add(object: ObservedObject): Promise<number> {
    checkFacts(object);
    const text = textOf(object);
    const payloadHash = hashOfText(text);
    const configurationHash = options.configurationHashOf(object);
    const stored = options.keepsPayloads ? await options.stores.blobs.putPayload(payloadHash, text) : undefined;
    objectsAdded += stored?.isNew ? 1 : 0;
    bytesAdded += stored?.isNew ? stored.storedBytes : 0;
    const size = byteLengthOf(text);
    const payloadVersion = stored?.versionId ?? null;
    const entry = toEntry(object, { payloadHash, payloadVersion, configurationHash, size });
    lines.push({ entry, groupIds: [...object.groupIds], protection: stored?.protection ?? null });
    const hashed = { configurationHash, formId: options.formId };
    const changed = { ...hashed, observedChangeAt: await options.changeOf(object, { ...hashed, payloadHash }) };
    waiting.push(toInventoryObject(object, changed, options.known.get(object.id)));
    if (waiting.length >= inventoryBatch) await flush();
    return size;
  }

  return {
    add,
    finish: async () => {
      await flush();
      return { objectsAdded, bytesAdded, lines };
    },
  };
}

/** A name of megabytes fits into no document, and would cost all objects that are written with it. */
function checkFacts({ type, id, name, platform, lastModified, meta }: ObservedObject): void {
  if (byteLengthOf(JSON.stringify([name, platform, lastModified, meta])) <= mostFactBytes) return;
  const target = `${type}/${id}`;
  throw new Fault("graph_bad_response", "Its name, or what the inventory shows of it, is too long.", { target });
}

/** JSON allows half a character in a text, which has no bytes and so no hash (RFC 8785 3.2.2.2), and numbers that nothing here holds. */
function textOf({ type, id, payload }: ObservedObject): string {
  try {
    return canonicalJson(payload);
  } catch (cause) {
    const target = `${type}/${id}`;
    throw new Fault("graph_bad_response", "The object holds a value that cannot be kept as it is.", { target, cause });
  }
}

type Stored = Pick<Entry, "payloadHash" | "payloadVersion" | "configurationHash" | "size">;

function toEntry({ type, id, name, readAt }: ObservedObject, stored: Stored): Entry {
  return { type, id, name, ...stored, readAt };
}

function byteLengthOf(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

type Hashed = Pick<InventoryObject, "configurationHash" | "formId" | "observedChangeAt">;

function toInventoryObject(object: ObservedObject, hashed: Hashed, known: KnownObject | undefined): InventoryObject {
  return {
    type: object.type,
    id: object.id,
    name: object.name,
    platform: object.platform,
    lastModified: object.lastModified,
    state: "present",
    meta: object.meta,
    targets: object.targets && [...object.targets],
    edges: [...object.edges],
    configurationHash: hashed.configurationHash,
    formId: hashed.formId,
    observedChangeAt: hashed.observedChangeAt,
    firstSeenAt: known?.object.firstSeenAt ?? object.readAt,
    lastSeenAt: object.readAt,
    observedAt: object.readAt,
  };
}
