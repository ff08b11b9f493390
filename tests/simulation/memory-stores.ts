import { parsePart } from "../../src/adapters/cosmos/part-document.ts";
import { Fault } from "../../src/domain/error/fault.ts";
import type { Part } from "../../src/domain/observation/part.ts";
import { type GroupProgress, noProgress } from "../../src/domain/operation-run/group-progress.ts";
import type { Transition } from "../../src/domain/operation-run/lifecycle.ts";
import { type OperationRun, operationRunSchema } from "../../src/domain/operation-run/operation-run.ts";
import type { Heartbeat, Records } from "../../src/domain/operation-run/repository.ts";
import { type Snapshot, snapshotSchema } from "../../src/domain/snapshot/snapshot.ts";
import type { Aggregation } from "../../src/domain/store/aggregation.ts";
import type { StoresFor } from "../../src/domain/store/tenant-stores.ts";
import type { TenantId } from "../../src/domain/tenant-scope/tenant-scope.ts";
import type { Document } from "../../tools/soak/runs/document.ts";
import { checkChange } from "../../tools/soak/runs/invariants.ts";
import { Violation } from "../../tools/soak/runs/violation.ts";
import type { Client } from "./memory-client.ts";
import { leasesOf } from "./memory-leases.ts";
import { linksOf } from "./memory-links.ts";
import { makePartition, type Partition, type Session, type Write } from "./partition.ts";
import type { Owner, World } from "./world.ts";

const storeFault = (): Fault => new Fault("store_unavailable", "The database did not answer.");

/** The containers of all tenants, and the blobs. What processes get of them are the product's own ports. */
export function makeMemoryStore(
  world: World,
  { lagMs, tenants }: { readonly lagMs: number; readonly tenants: readonly TenantId[] },
  roleOf: (principalId: string) => "operator" | undefined,
) {
  const partitions = new Map<string, Partition>();
  const blobs = new Map<string, string>();
  const paused = new Set<string>();
  const uniqueKeys = ["activeKey", "writeKey"];
  const partitionOf = (container: "tenantData" | "snapshots", tenantId: string): Partition => {
    const name = `${container} ${tenantId}`;
    const known = partitions.get(name) ?? makePartition(world, { lagMs, uniqueKeys, check: checkChange });
    partitions.set(name, known);
    return known;
  };

  /** Ports as one client of one process has them: its sessions are its own. */
  function clientOf(owner: Owner) {
    const sessions = new Map<Partition, Session>();
    const sessionOf = (partition: Partition): Session => {
      const session = sessions.get(partition) ?? { seen: 0 };
      sessions.set(partition, session);
      return session;
    };
    const call = <T>(label: string, effect: () => T): Promise<T> => world.call(owner, label, effect, storeFault);
    const read = (partition: Partition): ReadonlyMap<string, Document> => partition.read(sessionOf(partition));
    return { sessionOf, call, read, note: world.note };
  }

  function storesFor(owner: Owner): StoresFor {
    const client = clientOf(owner);
    const stores = ({ tenantId }: { tenantId: string }) => ({
      tenant: {
        membershipsOf: ([principalId = ""]: readonly string[]) =>
          client.call("reads a membership", () => {
            const role = roleOf(principalId);
            return role ? [{ tenantId, principalId, role }] : [];
          }),
        // No tenant has a document here, so none changes its state.
        read: () => client.call("reads the tenant's state", () => undefined),
        readVersion: () => client.call("reads the tenant", () => undefined),
        graphStop: () =>
          client.call("asks whether Graph is stopped", () => (paused.has(tenantId) ? "tenant_paused" : null)),
      },
      leases: leasesOf(client, partitionOf("tenantData", tenantId)),
      links: linksOf(client, partitionOf("tenantData", tenantId)),
      runs: runsOf(client, partitionOf("tenantData", tenantId), tenantId),
      parts: partsOf(client, partitionOf("tenantData", tenantId)),
      inventory: { noteListed: () => client.call("notes what was listed", () => undefined) },
      snapshots: snapshotsOf(client, partitionOf("snapshots", tenantId)),
      staging: {
        read: (path: string) => client.call("reads staging", () => blobs.get(path) ?? ""),
      },
      blobs: {
        putManifest: (id: string, rootHash: string, text: string) =>
          client.call("writes the manifest", () => {
            blobs.set(`${id}/${rootHash}`, text);
            return { isNew: true, storedBytes: text.length, versionId: null, protection: null };
          }),
      },
    });
    // The lifecycle uses these ports alone; a call of another function is a fault of the simulation.
    return ((scope: { tenantId: string }) => withoutOthers(world, stores(scope))) as unknown as StoresFor;
  }

  function aggregationOf(owner: Owner): Pick<Aggregation, "activeRuns" | "tenantIds" | "objectCounts" | "runs"> {
    const client = clientOf(owner);
    const activeRuns = (): OperationRun[] =>
      [...partitions]
        .filter(([name]) => name.startsWith("tenantData"))
        .flatMap(([, partition]) => runsIn(client.read(partition)))
        .filter(({ status }) => status !== "completed");
    const runOf = ({ tenantId, runId }: { tenantId: string; runId: string }): OperationRun[] => {
      const document = client.read(partitionOf("tenantData", tenantId)).get(runId);
      return document ? [toRun(document)] : [];
    };
    return {
      activeRuns: () => client.call("reads all active runs", activeRuns),
      tenantIds: () => client.call("lists the tenants", () => [...tenants].sort()),
      objectCounts: () => client.call("counts objects", () => new Map()),
      runs: (refs) => client.call("reads children", () => refs.flatMap(runOf)),
    };
  }

  const documents = (container: "tenantData" | "snapshots"): Document[] =>
    [...partitions]
      .filter(([name]) => name.startsWith(container))
      .flatMap(([, partition]) => [...partition.newest().values()]);

  return { storesFor, aggregationOf, documents, blobs, paused };
}

/** Whoever calls a function that is not here would get an error that the run treats as an outage, and the seed would prove nothing. */
function withoutOthers(world: World, stores: Readonly<Record<string, object>>): object {
  const checked = (store: object): object =>
    new Proxy(store, {
      get: (all, name) => {
        if (!(name in all)) world.violations.push(new Violation("the simulation", `it has no ${String(name)}`));
        return Reflect.get(all, name);
      },
    });
  return Object.fromEntries(Object.entries(stores).map(([name, store]) => [name, checked(store)]));
}

const toRun = (document: Document): OperationRun => operationRunSchema.parse(document);

export function runsIn(documents: ReadonlyMap<string, Document>): OperationRun[] {
  return [...documents.values()].filter(({ kind }) => kind === "run").map(toRun);
}

function runsOf(client: Client, partition: Partition, tenantId: string) {
  const write = (writes: readonly Write[]) => partition.write(client.sessionOf(partition), writes);
  const own = (runId: string): OperationRun => toRun(partition.newest().get(runId) ?? gone());

  const change = (label: string, runId: string, transition: Transition, records: Records = {}) =>
    client.call(`${label} ${runId.slice(-3)} ${describe(transition)}`, () => {
      const answer = write([patchOf(runId, transition), ...recordWrites(records)]);
      if (answer === "done") checkEvent(transition.change, records);
      if (answer === "done") return own(runId);
      client.note(`run ${runId.slice(-3)} has moved on`);
      return "moved_on" as const;
    });

  return {
    create: (run: OperationRun, records: Records) =>
      client.call(`creates run ${run.id.slice(-3)}`, () => {
        const answer = write([{ does: "create", document: { ...run, kind: "run" } }, ...recordWrites(records)]);
        if (answer === "done") checkEvent(run, records);
        return answer === "done" ? "created" : "taken";
      }),
    read: (runId: string) =>
      client.call(`reads run ${runId.slice(-3)}`, () => {
        const document = client.read(partition).get(runId);
        return document && toRun(document);
      }),
    findActive: (activeKey: string) =>
      client.call("looks for an active run", () =>
        runsIn(client.read(partition)).find((run) => run.activeKey === activeKey),
      ),
    apply: (runId: string, transition: Transition, records?: Records) => change("changes", runId, transition, records),
    // Only runs that write can meet another's claim, and none is started here.
    claim: (runId: string, transition: Transition, records?: Records) => change("claims", runId, transition, records),
    note: (runId: string, transition: Transition) => change("notes", runId, transition),
    heartbeat: ({ id, attempt }: Pick<OperationRun, "id" | "attempt">, beat: Heartbeat) => {
      const { progress } = own(id);
      const [name, reported] = reportedProgress(progress, beat);
      const lastError = beat.lastError === undefined ? {} : { trouble: beat.lastError };
      const group = reported ? { progress: { ...progress, [name]: reported } } : {};
      const expected = { attempt, status: ["running"] } as const;
      return change("beats", id, { expected, change: { heartbeatAt: beat.at, ...group, ...lastError } });
    },
    join: (runId: string, _who: object, once?: string) =>
      client.call(`joins ${runId.slice(-3)}`, () => {
        const id = `${runId}-join-${once ?? world26(partition)}`;
        write([{ does: "create", document: { id, kind: "join", tenantId, runId } }]);
      }),
    selectedTypes: (runId: string) =>
      client.call(`reads the types of ${runId.slice(-3)}`, () => {
        const types = client.read(partition).get(`selection-${runId}`)?.["types"];
        if (!Array.isArray(types)) throw new Fault("conflict", "The object types are not visible yet.");
        return types.map(String);
      }),
    history: (runId: string) =>
      client.call(`reads who joined ${runId.slice(-3)}`, () => ({
        joins: [...client.read(partition).values()].filter((each) => each.kind === "join" && each["runId"] === runId),
      })),
  };
}

/** What a heartbeat says of a group, as the database would patch it in. */
function reportedProgress(
  progress: OperationRun["progress"],
  { group, waiting }: Heartbeat,
): readonly [string, GroupProgress | undefined] {
  if (group) return [group.name, group.progress];
  if (!waiting) return ["", undefined];
  const { group: name, ...wait } = waiting;
  return [name, { ...(progress[name] ?? noProgress), waiting: wait }];
}

const world26 = (partition: Partition): number => partition.newest().size;

function patchOf(id: string, { expected, change }: Transition): Write {
  return {
    does: "patch",
    id,
    fits: (document) => {
      const { attempt, status } = toRun(document);
      if (expected.wakes !== undefined && expected.wakes !== document["wakes"]) return false;
      if (expected.unset && document[expected.unset] !== null) return false;
      return attempt === expected.attempt && expected.status.includes(status);
    },
    change: (document) => ({ ...document, ...change }),
  };
}

/** Every transition publishes its event in its transaction. */
function checkEvent(change: Partial<OperationRun>, { event }: Records): void {
  const isTransition = ["status", "attempt", "resentAt", "cancelRequestedAt"].some((name) => name in change);
  if (isTransition && !event)
    throw new Violation("the events", `a transition has no event: ${Object.keys(change).join()}`);
}

function recordWrites({ audit, notification, selection }: Records): Write[] {
  return [
    ...(audit ? [{ does: "create", document: { ...audit, kind: "audit" } } as const] : []),
    ...(notification
      ? [{ does: "create", document: { id: notification.id, kind: "notification", notification } } as const]
      : []),
    ...(selection
      ? [{ does: "create", document: { id: `selection-${selection.runId}`, kind: "selection", ...selection } } as const]
      : []),
  ];
}

function partsOf(client: Client, partition: Partition) {
  const partsIn = (runId: string, attempt: number): Document[] =>
    [...client.read(partition).values()].filter(
      (each) => each.kind === "part" && each["runId"] === runId && each["attempt"] === attempt,
    );
  return {
    add: (part: Part, seenBefore: number) =>
      client.call(`writes part ${part.group} of ${part.runId.slice(-3)}-${part.attempt}`, () => {
        for (let n = seenBefore + 1; ; n += 1) {
          const id = `${part.runId}-${part.attempt}-${part.group}-${n}`;
          const document = { ...part, id, n, kind: "part", schemaVersion: 1 };
          if (partition.write(client.sessionOf(partition), [{ does: "create", document }]) === "done") return;
        }
      }),
    ofAttempt: (runId: string, attempt: number) =>
      client.call("reads the parts", () => partsIn(runId, attempt).map((document): Part => parsePart(document))),
    ofGroup: (runId: string, attempt: number, group: string) =>
      client.call("reads the parts of a group", () =>
        partsIn(runId, attempt)
          .filter((each) => each["group"] === group)
          .map((document): Part => parsePart(document)),
      ),
  };
}

function snapshotsOf(client: Client, partition: Partition) {
  const parse = (document: Document): Snapshot | undefined =>
    document.kind === "abandoned" ? undefined : snapshotSchema.parse(document);
  return {
    seal: (snapshot: Snapshot) =>
      client.call(`seals ${snapshot.id.slice(-3)}`, () => {
        const document = { ...snapshot, kind: "snapshot" };
        partition.write(client.sessionOf(partition), [{ does: "create", document }]);
        return parse(partition.newest().get(snapshot.id) ?? gone()) ?? ("abandoned" as const);
      }),
    abandon: (id: string) =>
      client.call(`abandons ${id.slice(-3)}`, () => {
        partition.write(client.sessionOf(partition), [{ does: "create", document: { id, kind: "abandoned" } }]);
        return parse(partition.newest().get(id) ?? gone());
      }),
    read: (snapshotId: string) =>
      client.call(`looks for snapshot ${snapshotId.slice(-3)}`, () => {
        const document = client.read(partition).get(snapshotId);
        return document && parse(document);
      }),
  };
}

function describe({ change }: Transition): string {
  return ["status", "attempt", "outcome"]
    .flatMap((name) => (name in change ? [`${name}=${String(Object(change)[name])}`] : []))
    .join(" ");
}

function gone(): never {
  throw new Error("A document that was just written is not there.");
}
