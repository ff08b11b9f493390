import { decodeJwt, type JWTPayload } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { measureRights } from "../../../benchmarks/start/measure-rights.ts";
import { routes } from "../../../functions/http/routes.ts";
import { demoGroup, demoUsers } from "../../../local/stack/demo-directory.ts";
import { homeTenantId } from "../../../local/stack/identities.ts";
import { seedProduct } from "../../../local/stack/seed-product.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { type Request, type ServedApp, startHttpApp } from "../../../tools/soak/api/http-app-in-process.ts";

// Whose people may call too: administrators there give groups and roles as they like.
const elsewhere = { id: "11111111-2222-4333-8444-777777777777", name: "Elsewhere" };

let served: ServedApp;
let tenant: { readonly id: string; readonly name: string };
beforeAll(async () => {
  served = await startHttpApp([elsewhere]);
});
beforeEach(async () => {
  tenant = { id: crypto.randomUUID(), name: "Customer" };
  await seedProduct(served.servers.cosmos, [tenant]);
});
afterAll(() => served[Symbol.asyncDispose]());

/** A demo user's token with some claims otherwise. */
async function tokenOf(user: string, claims: JWTPayload = {}): Promise<string> {
  const { token } = await served.servers.entra.userToken(user);
  return served.servers.entra.control.signAny({ ...decodeJwt(token), ...claims });
}

/** What the same token would say if the other directory had given it. */
function ofElsewhere(): JWTPayload {
  return { tid: elsewhere.id, iss: `${served.servers.entra.authority}/${elsewhere.id}/v2.0` };
}

async function call(id: string, token: string, request: Request = {}) {
  const route = routes.find((each) => each.id === id);
  if (!route) throw new Error(`There is no route ${id}.`);
  const headers = { authorization: `Bearer ${token}`, ...request.headers };
  const answer = await served.send(route, { params: { tenantId: tenant.id }, ...request, headers });
  return { status: answer.status, json: answer.text === "" ? {} : JSON.parse(answer.text) };
}

/** What the caller is in the tenant by its own account. */
async function meIn(token: string) {
  const { groupsUnknown, platformRoles, tenants } = (await call("getMe", token)).json;
  const { role = null, via = null } = tenants.find(({ id }: { id: string }) => id === tenant.id) ?? {};
  return { groupsUnknown, platformRoles, role, via };
}

const idOf = (user: string): string => demoUsers.find(({ name }) => name === user)?.id ?? "";
const groupsOf = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());

/** Gives the demo group another role in the tenant. */
async function setGroupRole(role: string): Promise<void> {
  const body = { kind: "group", name: demoGroup.name, role };
  const params = { tenantId: tenant.id, principalId: demoGroup.id };
  const { status } = await call("putMember", await tokenOf("owner"), { params, body, headers: { "if-match": "*" } });
  expect(status).toBe(200);
}

const nobody = { groupsUnknown: false, platformRoles: [], role: null, via: null };

describe("a group that is a member", () => {
  it("gives its role to whose token names it, from the next request on, and no more than that (P5.3)", async () => {
    const token = await tokenOf("colleague");
    expect(await meIn(token)).toEqual({ ...nobody, role: "operator", via: "group" });
    expect((await call("getTenant", token)).status).toBe(200);
    expect((await call("listMembers", token)).json).toMatchObject({ status: 403, missingRight: "member.read" });
    await setGroupRole("manager");
    expect((await call("listMembers", token)).status).toBe(200);
    expect((await call("getTenant", await tokenOf("outsider"))).status).toBe(404);
  });

  it("is what a run remembers that it admitted, with its home tenant, for the look at the claim", async () => {
    const { status, json } = await call("takeSnapshot", await tokenOf("colleague"), { body: {} });
    expect(status).toBe(202);
    const { runs } = served.app.storesFor(openTenantScope(tenantIdSchema.parse(tenant.id), "run"));
    const { initiator } = (await runs.read(json.id)) ?? {};
    expect(initiator).toMatchObject({ id: idOf("colleague"), grantedBy: [demoGroup.id], homeTenantId });
    expect(json.initiator).toEqual({ kind: "user", id: idOf("colleague"), name: "Demo colleague" });
  });

  it("counts among as many groups as a token may name, and the better of the own role and the group's counts", async () => {
    const groups = [...groupsOf(199), demoGroup.id];
    expect(await meIn(await tokenOf("outsider", { groups }))).toMatchObject({ role: "operator", via: "group" });
    expect(await meIn(await tokenOf("reader", { groups }))).toMatchObject({ role: "operator", via: "group" });
    expect(await meIn(await tokenOf("owner", { groups }))).toMatchObject({ role: "owner", via: "own" });
  });

  it.each<[string, JWTPayload]>([
    ["a source of groups in their place", { _claim_names: { groups: "src1" }, _claim_sources: { src1: {} } }],
    ["the mark that there are some", { hasgroups: true }],
  ])("gives nothing by a token that has %s, and /me says so", async (_what, overage) => {
    const { groups: _groups, ...others } = decodeJwt(await tokenOf("colleague"));
    const { signAny } = served.servers.entra.control;
    const token = await signAny({ ...others, ...overage });
    expect(await meIn(token)).toEqual({ ...nobody, groupsUnknown: true });
    expect((await call("getTenant", token)).status).toBe(404);
    // What somebody has itself stays.
    expect(await meIn(await tokenOf("reader", overage))).toMatchObject({ groupsUnknown: true, role: "reader" });
  });
});

it("the rights of an authorised read take 3 request units at most, with ten groups in the token too", async () => {
  const { own, byOneOfTen, byEachOfTen } = await measureRights(served.servers);
  expect(own).toBeLessThanOrEqual(1);
  expect(byOneOfTen).toBeLessThanOrEqual(3);
  expect(byEachOfTen).toBeLessThanOrEqual(3);
});

describe("P5.1 a token of another home tenant", () => {
  it("gives no right on the platform, whatever roles it carries", async () => {
    const roles = ["Platform.Admin", "Platform.Reader"];
    expect((await call("getFacts", await tokenOf("platform-admin"))).status).toBe(200);
    const token = await tokenOf("platform-admin", { ...ofElsewhere(), roles });
    expect(await meIn(token)).toEqual(nobody);
    expect((await call("getFacts", token)).json).toMatchObject({ status: 403, missingRight: "platform" });
    const { status } = await call("createTenant", token, { body: { id: crypto.randomUUID(), name: "Mine" } });
    expect(status).toBe(403);
    const taken = await call("takeTenantOwnership", token, { body: { reason: "I would like to have it." } });
    expect(taken).toMatchObject({ status: 403, json: { missingRight: "platform" } });
  });

  it("makes nobody a member by a member's object id, nor by a member group's", async () => {
    for (const token of [await tokenOf("owner", ofElsewhere()), await tokenOf("colleague", ofElsewhere())]) {
      expect(await meIn(token)).toEqual(nobody);
      expect((await call("getTenant", token)).status).toBe(404);
    }
  });

  it("makes a member of who was added with that home tenant, and not of its namesake at home", async () => {
    const body = { kind: "user", name: "Somebody elsewhere", role: "reader", homeTenantId: elsewhere.id };
    const params = { tenantId: tenant.id, principalId: idOf("outsider") };
    expect((await call("putMember", await tokenOf("owner"), { params, body })).status).toBe(201);
    expect((await call("getTenant", await tokenOf("outsider", ofElsewhere()))).status).toBe(200);
    expect((await call("getTenant", await tokenOf("outsider"))).status).toBe(404);
  });

  it("is never taken for the member who has the same object id at home", async () => {
    const body = { kind: "user", name: "Somebody", role: "owner", homeTenantId: elsewhere.id };
    const request = { params: { tenantId: tenant.id, principalId: idOf("reader") }, body };
    const headers = { "if-match": "*" };
    const { json } = await call("putMember", await tokenOf("owner"), { ...request, headers });
    expect(json).toMatchObject({ status: 409, code: "conflict" });
  });
});
