import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anIssuer, type Claims, homeTenantId, type Issuer, otherTenantId } from "./an-issuer.ts";

let issuer: Issuer;
beforeAll(async () => {
  issuer = await anIssuer();
});
afterAll(() => issuer.close());

const callerOf = async (claims: Claims) => issuer.authenticate(await issuer.tokenOf(claims));
const refused = { code: "unauthenticated" };

describe("who calls", () => {
  it("is a user when the token has the scope of this API, also among others", async () => {
    expect(await callerOf({ scp: "other access_as_user" })).toMatchObject({ kind: "user", name: "Olivia" });
  });

  it("is an application when the token says so", async () => {
    expect(await callerOf({ scp: undefined, idtyp: "app", roles: ["Platform.Admin"] })).toMatchObject({
      kind: "application",
      platformRoles: ["Platform.Admin"],
    });
  });

  it("has platform roles from the platform's home tenants alone: any tenant's administrator can assign them at home", async () => {
    const roles = ["Platform.Reader", "Platform.Admin", "Something.Else"];
    expect(await callerOf({ roles })).toMatchObject({ platformRoles: ["Platform.Admin", "Platform.Reader"] });
    const elsewhere = { roles, tid: otherTenantId, iss: `${issuer.authority}/${otherTenantId}/v2.0` };
    expect(await callerOf(elsewhere)).toMatchObject({ homeTenantId: otherTenantId, platformRoles: [] });
  });

  it("has the groups that the token names", async () => {
    const group = "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a0ff";
    expect(await callerOf({ groups: [group.toUpperCase()] })).toMatchObject({ groups: [group], groupsUnknown: false });
    expect(await callerOf({})).toMatchObject({ groups: [], groupsUnknown: false });
  });

  it.each<Claims>([
    { hasgroups: true },
    { hasgroups: "true" },
    { _claim_names: { groups: "src1" }, _claim_sources: { src1: { endpoint: "https://graph.windows.net/x" } } },
    { hasgroups: true, groups: ["5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a0ff"] },
  ])("has no group by a token that has too many to name them, and says so (%j)", async (claims) => {
    expect(await callerOf(claims)).toMatchObject({ groups: [], groupsUnknown: true });
  });

  it.each<[string, Claims]>([
    ["an ID token: neither scope nor kind, but the person's roles", { scp: undefined, roles: ["Platform.Admin"] }],
    ["a user's token without the scope of this API", { scp: "User.Read" }],
    ["a scope that only begins like it", { scp: "access_as_user2" }],
    ["a token of another kind", { scp: undefined, idtyp: "user" }],
    ["a token that is a user's and an application's", { idtyp: "app" }],
  ])("P5.3 is nobody by %s", async (_what, claims) => {
    await expect(callerOf(claims)).rejects.toMatchObject(refused);
  });
});

describe("a token", () => {
  it.each<[string, Claims]>([
    ["without an end", { exp: undefined }],
    ["of another audience", { aud: "another" }],
    ["of a tenant that may not call", { tid: "11111111-2222-4333-8444-555555555555" }],
    ["in which one tenant speaks for another", { tid: otherTenantId }],
    ["whose object id is none", { oid: "x".repeat(5_000) }],
  ])("a token %s is refused", async (_what, claims) => {
    await expect(callerOf(claims)).rejects.toMatchObject(refused);
  });

  it.each<[string, Claims]>([
    ["of another type", { typ: "at+jwt" }],
    ["of no type", { typ: undefined }],
    ["whose key has no name", { kid: undefined }],
    ["that says where its key lies", { jku: "https://keys.example" }],
    ["that brings its key along", { x5c: ["MIIB"] }],
  ])("a token %s is refused, also with the signature of the issuer", async (_what, header) => {
    const token = await issuer.tokenOf({}, "first", header);
    await expect(issuer.authenticate(token)).rejects.toMatchObject(refused);
  });

  it("a token is refused by its length alone when no issuer makes such a long one", async () => {
    const groups = Array.from(
      { length: 200 },
      (_, index) => `5a0d3c1e-7f42-4b8a-9c61-${String(index).padStart(12, "0")}`,
    );
    expect(await callerOf({ groups })).toMatchObject({ groups });
    await expect(callerOf({ padding: "x".repeat(1_000_000) })).rejects.toMatchObject(refused);
  });

  it("may be 60 seconds past its end or before its beginning, and no more: clocks differ", async () => {
    const now = issuer.now();
    expect(await callerOf({ exp: now - 59 })).toMatchObject({ homeTenantId });
    expect(await callerOf({ nbf: now + 60 })).toMatchObject({ homeTenantId });
    await expect(callerOf({ exp: now - 60 })).rejects.toMatchObject(refused);
    await expect(callerOf({ nbf: now + 61 })).rejects.toMatchObject(refused);
  });
});

describe("the header Authorization", () => {
  it("holds exactly one credential, in whatever case its scheme is written", async () => {
    const token = await issuer.tokenOf();
    expect(await issuer.authenticateHeader(`bearer ${token}`)).toMatchObject({ kind: "user" });
    const headers = [
      null,
      "",
      "Bearer",
      "Bearer ",
      token,
      `Basic ${token}`,
      `Bearer ${token} ${token}`,
      `Bearer ${token}, Bearer ${token}`,
      `Bearer ${token},Basic abc`,
      `Bearer ${token},`,
    ];
    for (const header of headers) await expect(issuer.authenticateHeader(header)).rejects.toMatchObject(refused);
  });
});
