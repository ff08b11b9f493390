import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Route } from "../../../functions/http/route.ts";
import { routes } from "../../../functions/http/routes.ts";
import { fuzzServedApp } from "../../../tools/soak/api/fuzz-api.ts";
import type { Request } from "../../../tools/soak/api/http-app-in-process.ts";
import { type Ids, type TwoTenants, twoTenants } from "./two-tenants.ts";

// P5.1, P5.2: knowing an id opens nothing. The tests are made of the table of routes, so a new route is tested without a
// line here. What a person may see is another test's business: here the caller is an owner, but of the other tenant.

/** Ids that nothing has, each as long as those that something has, because a query is charged by what it reads. */
const unknownIds: Ids = {
  tenantId: "00000000-1111-4222-8333-444444444444",
  runId: "0".repeat(26),
  snapshotId: `snapshot-${"0".repeat(26)}`,
  scheduleId: `schedule-${"0".repeat(26)}`,
  objectId: "Marked-unknwn-policy",
  versionId: `version-${"0".repeat(32)}`,
  notificationId: `notification-00000000-1111-4222-8333-444444444444-${"0".repeat(26)}`,
  principalId: "00000000-1111-4222-8333-444444444444",
};

/** Bodies that would change something, for routes that look at an id below the tenant's. */
const bodies: Readonly<Record<string, unknown>> = {
  retryOperation: { parts: "all" },
  retryPlatformOperation: { parts: "all" },
  changeSchedule: { paused: true },
  ignoreObject: { reason: "Known noise" },
  putMember: { kind: "user", name: "Somebody", role: "reader" },
};

/** What a read must be asked. */
const queries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  listAssignments: { groupId: "00000000-1111-4222-8333-444444444444" },
  previewSchedule: { cron: "0 2 * * *" },
  searchDirectoryGroups: { text: "service" },
};

/** Reads of two snapshots: the other one is named in the query. */
const compares: ReadonlySet<string> = new Set(["diffSnapshot", "diffObject"]);

/** Reads of two tenants: both are named in the query. */
const comparesTenants: ReadonlySet<string> = new Set(["compareTenants", "compareObjectOfTenants"]);

function ownSide(): string {
  return `${world.own.id}/${world.own.ids["snapshotId"]}`;
}

function queryOf({ id }: Route, against = world.own.ids["snapshotId"]): Readonly<Record<string, string>> {
  if (comparesTenants.has(id)) return { left: ownSide(), right: ownSide() };
  if (id === "diffObjectVersion") return { against: String(world.own.ids["versionId"]) };
  return compares.has(id) ? { against: String(against) } : (queries[id] ?? {});
}

/** Parts of a path that name no thing of anybody: a type of objects, a setting of Microsoft's. */
const notIds: ReadonlySet<string> = new Set(["type", "definitionId"]);

let world: TwoTenants;
beforeAll(async () => {
  world = await twoTenants();
});
afterAll(() => world[Symbol.asyncDispose]());

function parametersOf({ path }: Route): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").filter((name) => !notIds.has(name));
}

const ofTenants = routes.filter((route) => parametersOf(route).includes("tenantId"));
// An object id is nothing that a tenant owns: whoever is a member of one may become one of another, and that changes nothing
// in the first (below).
const makesForeignOwn = "putMember";
const below = routes.flatMap((route) =>
  parametersOf(route)
    .filter((name) => name !== "tenantId")
    .map((name) => [route, name] as const),
);
const hidden = below.filter(([{ id }]) => id !== makesForeignOwn);

const reads = routes.filter(({ method, right }) => method === "GET" && right !== "platform" && right !== "anonymous");

const headers = { "if-match": "*" };

/** What a caller and the database have of a request; `hidden` are the ids that the request named. */
async function observed(route: Route, request: Request, user: string, hidden: readonly string[]) {
  const { control } = world.servers.cosmos;
  control.resetCharges();
  const { status, headers: all, text } = await world.send(route, { headers, ...request }, user);
  const charges = Object.entries(control.charges().byOperation).map(([name, { requests }]) => [name, requests]);
  const { "x-correlation-id": _one, etag: _other, ...others } = all;
  return { status, headers: others, body: without(text, hidden), charges };
}

function without(text: string, hidden: readonly string[]): string {
  const shown = hidden.reduce((left, id) => left.replaceAll(id, "ID"), text);
  return shown.replaceAll(/"correlationId":"[^"]*"/g, '"correlationId":""');
}

/** The same of two requests; once more when something else, such as a new minute of a limit, came between. */
async function expectAlike(one: () => ReturnType<typeof observed>, other: () => ReturnType<typeof observed>) {
  await one();
  const first = [await one(), await other()] as const;
  const [known, unknown] = first[0].charges.join() === first[1].charges.join() ? first : [await one(), await other()];
  expect(known).toEqual(unknown);
  return known;
}

describe("P5.1 a tenant that the caller is no member of differs in nothing from one that does not exist", () => {
  it.each(ofTenants.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", async (_name, route) => {
    const before = await world.documentsOf(world.foreign.id);
    const ask = (tenantId: string) => () => {
      const request = { params: { ...world.foreign.ids, tenantId }, body: route.body ? {} : undefined };
      return observed(route, request, world.own.owner, [tenantId]);
    };
    const answer = await expectAlike(ask(world.foreign.id), ask(String(unknownIds["tenantId"])));
    // A route of the platform looks at no tenant before it knows a role of the platform.
    expect(answer.status).toBe(route.right === "platform" ? 403 : 404);
    expect(JSON.stringify(answer)).not.toContain(world.foreign.mark);
    expect(await world.documentsOf(world.foreign.id)).toEqual(before);
  });
});

describe("P5.1 an id of another tenant differs in nothing from an id that nothing has", () => {
  it("every parameter of a path has a maker of foreign ids, and every body an example", () => {
    const made = new Set([...Object.keys(world.foreign.ids), "tenantId"]);
    expect(below.map(([, name]) => name).filter((name) => !made.has(name) || !(name in unknownIds))).toEqual([]);
    expect(below.filter(([{ id, body }]) => body && !(id in bodies)).map(([{ id }]) => id)).toEqual([]);
  });

  it.each(hidden.map(([route, name]) => [`${route.method} ${route.path}: ${name}`, route, name] as const))(
    "%s",
    async (_title, route, name) => {
      const before = await world.documentsOf(world.foreign.id);
      const user = route.right === "platform" ? "platform-admin" : world.own.owner;
      const ask = (id: string | undefined) => () => {
        const params = { ...world.own.ids, tenantId: world.own.id, [name]: String(id) };
        return observed(route, { params, query: queryOf(route), body: bodies[route.id] }, user, [String(id)]);
      };
      const answer = await expectAlike(ask(world.foreign.ids[name]), ask(unknownIds[name]));
      expect(answer.status).toBe(404);
      expect(JSON.stringify(answer)).not.toContain(world.foreign.mark);
      expect(await world.documentsOf(world.foreign.id)).toEqual(before);
    },
  );

  it.each(routes.filter(({ id }) => compares.has(id)).map((route) => [route.id, route] as const))(
    "a snapshot of another tenant, named as the other side of %s, is one that nobody has",
    async (_id, route) => {
      const params = { ...world.own.ids, tenantId: world.own.id };
      const ask = (id: string | undefined) => () =>
        observed(route, { params, query: queryOf(route, id) }, world.own.owner, [String(id)]);
      const answer = await expectAlike(ask(world.foreign.ids["snapshotId"]), ask(unknownIds["snapshotId"]));
      expect(answer.status).toBe(404);
    },
  );

  it.each(
    routes
      .filter(({ id }) => comparesTenants.has(id))
      .flatMap((route) => [[route.id, "left", "right", route] as const, [route.id, "right", "left", route] as const]),
  )(
    "P5.2 %s with a %s side of a tenant that the caller is no member of differs in nothing from one that nobody has",
    async (_id, one, other, route) => {
      const before = await world.documentsOf(world.foreign.id);
      const ask = (side: string, user: string) => () =>
        observed(route, { params: world.own.ids, query: { [one]: side, [other]: ownSide() } }, user, [side]);
      const foreign = `${world.foreign.id}/${world.foreign.ids["snapshotId"]}`;
      const nobodys = `${unknownIds["tenantId"]}/${unknownIds["snapshotId"]}`;
      const answer = await expectAlike(ask(foreign, world.own.owner), ask(nobodys, world.own.owner));
      expect(answer.status).toBe(404);
      // The same for a snapshot that is not there in a tenant of one's own, and for who is a member of neither.
      const absent = await observed(
        route,
        { params: world.own.ids, query: { [one]: `${world.own.id}/${unknownIds["snapshotId"]}`, [other]: ownSide() } },
        world.own.owner,
        [],
      );
      expect([absent.status, absent.body]).toEqual([answer.status, answer.body]);
      const stranger = await ask(foreign, "outsider")();
      expect([stranger.status, stranger.body]).toEqual([answer.status, answer.body]);
      expect(await world.documentsOf(world.foreign.id)).toEqual(before);
    },
  );

  it.each(reads.map((route) => [route.id, route] as const))(
    "what is read of one's own by %s has nothing of the other, and is there, so that the tests above can fail",
    async (_id, route) => {
      const params = { ...world.own.ids, tenantId: world.own.id, definitionId: "device_vendor_msft_policy" };
      const {
        status,
        headers: all,
        text,
      } = await world.send(route, { params, query: queryOf(route) }, world.own.owner);
      expect([route.id, status]).toEqual([route.id, 200]);
      const { type: _type, ...ids } = world.foreign.ids;
      const foreign = [world.foreign.id, world.foreign.mark, ...Object.values(ids)];
      expect(foreign.filter((each) => `${JSON.stringify(all)} ${text}`.includes(each))).toEqual([]);
    },
  );
});

it("P5.1 who is a member of another tenant becomes one of this, and nothing changes there", async () => {
  const route = routes.find(({ id }) => id === makesForeignOwn);
  if (!route) throw new Error("The route is there.");
  const before = await world.documentsOf(world.foreign.id);
  const params = { ...world.foreign.ids, tenantId: world.own.id };
  const { status, text } = await world.send(route, { params, body: bodies[route.id] }, world.own.owner);
  expect(status).toBe(201);
  expect(text).not.toContain(world.foreign.mark);
  expect(await world.documentsOf(world.foreign.id)).toEqual(before);
});

/** What the server alone says of what is stored. */
const serverFields = [
  "id",
  "tenantId",
  "kind",
  "state",
  "status",
  "outcome",
  "role",
  "version",
  "createdAt",
  "addedAt",
  "addedBy",
  "initiator",
  "grantedBy",
  "digest",
  "paused",
  "ttl",
  "_etag",
  "__proto__",
];

const writing = routes.filter(({ body, right }) => body !== undefined && right !== "anonymous");

describe("P5.1 a field that only the server writes is refused in every body", () => {
  it.each(writing.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", async (_name, route) => {
    const user = route.right === "platform" ? "platform-admin" : world.own.owner;
    const params = { ...world.own.ids, tenantId: world.own.id };
    for (const field of serverFields.filter((name) => !Object.hasOwn(route.body?.shape ?? {}, name))) {
      const request = { params, body: `{${JSON.stringify(field)}:"x"}`, headers };
      const { status, text } = await world.send(route, request, user);
      expect([field, status]).toEqual([field, 400]);
      expect(text).toContain(`"${field}"`);
    }
  });
});

// Here because the clients of a managed identity keep its tokens for the whole process: two apps cannot be in one. Last,
// because it changes what the tests above look at. Many more: npm run soak -- --only api.
describe("random requests", () => {
  it("no request, whatever is in it, gets a 5xx, a stack trace or no answer", async () => {
    const known = { ...world.own.ids, tenantId: world.own.id };
    const { contradictions } = await fuzzServedApp(world, known, { seed: 1, requests: 500 });
    expect(contradictions).toEqual([]);
  });
});
