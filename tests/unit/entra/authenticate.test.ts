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
      appRoles: ["Platform.Admin"],
    });
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
