import { demoUsers } from "../../../local/stack/demo-directory.ts";
import type { Stack } from "../../../local/stack.ts";
import { makeClock } from "../../../src/adapters/clock/make-clock.ts";
import { waitUntil } from "../runs/wait-until.ts";
import { type Canary, objectsOf } from "./canary.ts";
import { routeNamed } from "./route-named.ts";
import type { Visitor } from "./visitor.ts";

/** Ids of what lies in a tenant, by the parameter of a path that takes one. */
export type Ids = Readonly<Record<string, string>>;

/** A canary with one of everything in it. */
export type Settled = { readonly canary: Canary; readonly ids: Ids };

/** One with children, one without, one with a script, one with OMA values. To read all would take most of the time, and is no other wall. */
export const fewTypes = [
  "settingsCatalog",
  "assignmentFilter",
  "deviceManagementScript",
  "deviceConfigurationCustomOma",
];

const patience = { patienceMs: 300_000, everyMs: 200 };

/** Lets a tenant come in: its directory, its consent and its objects; then its document and its owner. */
export async function comeIn(stack: Stack, canary: Canary, owner: string, admin: Visitor): Promise<void> {
  const { entra, graph } = stack.servers;
  entra.control.addTenant(canary);
  graph.control.putTenant(canary);
  const seed = Number.parseInt(canary.id.slice(0, 8), 16);
  for (const [path, members] of Map.groupBy(objectsOf(canary, seed), ({ collectionPath }) => collectionPath)) {
    const objects = members.map(({ object }) => object);
    graph.control.putObjects(canary.id, path, objects);
  }
  changeScripts(stack, canary, seed);
  const { id, name, mark } = canary;
  const person = { kind: "user", id: objectIdOf(owner), name: `Demo ${owner}` };
  await done(admin, "createTenant", {}, { id, name, timeZone: "Europe/Berlin", labels: [mark], owner: person });
}

const scripts = "/deviceManagement/deviceManagementScripts";

/** Somebody of the tenant changes its scripts: Microsoft's audit says old and new values, which hold marks and secrets. */
function changeScripts({ servers: { graph } }: Stack, { id, mark }: Canary, seed: number): void {
  const actor = { auditActorType: "ItPro", userId: `${mark}-person`, userPrincipalName: `${mark}@example.com` };
  const scriptContent = Buffer.from("Set-StrictMode -Version Latest # changed").toString("base64");
  for (const { collectionPath, object } of objectsOf({ id, mark, name: "" }, seed)) {
    const { id: scriptId } = object;
    if (collectionPath !== scripts || typeof scriptId !== "string") continue;
    graph.control.patchObject(id, scripts, scriptId, { scriptContent }, actor);
  }
}

/** Everything that an owner can start, once, so that there is something of each kind. */
export async function settle(owner: Visitor, canary: Canary): Promise<Settled> {
  const params = { tenantId: canary.id };
  const start = (id: string, body: object): Promise<string> => done(owner, id, params, body);
  const read = async (id: string, more: Ids = {}) => {
    const { text } = await owner.send(routeNamed(id), { params: { ...params, ...more } });
    return Object(Object(JSON.parse(text)).items[0]);
  };
  await start("verifyTenant", {});
  await untilAllEnded(owner, canary);
  await start("syncDirectory", {});
  const runId = await start("takeSnapshot", { types: fewTypes, label: `${canary.mark} label` });
  const scheduleId = await start("createSchedule", { cron: "0 2 * * *", types: fewTypes });
  await untilAllEnded(owner, canary);
  await start("collectEvents", {});
  await untilAllEnded(owner, canary);
  const { id: eventId } = await read("listEvents");
  if (!eventId) throw new Error(`No event of ${canary.id} was kept.`);
  const snapshot = await read("listSnapshots");
  const { type, id: objectId } = await read("listEntries", { snapshotId: snapshot.id });
  const version = await read("listChanges");
  const notification = await read("listNotifications");
  const ids = { ...params, runId, scheduleId, snapshotId: snapshot.id, type, objectId };
  return { canary, ids: { ...ids, versionId: version.id, notificationId: notification.id } };
}

/** Makes a demo user a reader. */
export async function letRead(owner: Visitor, { id: tenantId }: Canary, user: string): Promise<void> {
  const body = { kind: "user", name: `Demo ${user}`, role: "reader" };
  await done(owner, "putMember", { tenantId, principalId: objectIdOf(user) }, body);
}

export async function untilAllEnded(owner: Visitor, { id: tenantId }: Canary): Promise<void> {
  const hasEnded = async (): Promise<boolean> => {
    const { text } = await owner.send(routeNamed("listOperations"), { params: { tenantId }, query: { limit: "1000" } });
    const runs: readonly { readonly status: string }[] = JSON.parse(text).items;
    return runs.every(({ status }) => status === "completed");
  };
  if (!(await waitUntil(makeClock(), hasEnded, patience))) throw new Error(`A run of ${tenantId} does not end.`);
}

async function done(visitor: Visitor, id: string, params: Ids, body: object): Promise<string> {
  const { status, text } = await visitor.send(routeNamed(id), { params, body });
  if (status >= 300) throw new Error(`${id} for ${visitor.user}: ${status} ${text}`);
  return String(Object(JSON.parse(text)).id);
}

function objectIdOf(user: string): string {
  return demoUsers.find(({ name }) => name === user)?.id ?? "";
}
