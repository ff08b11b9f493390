import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { graphAppId } from "../src/directory/graph-principal.ts";
import { aGraph, type TestGraph } from "./a-graph.ts";

let nowMs = Date.parse("2026-03-01T08:00:00Z");
let graph: TestGraph;

beforeEach(async () => {
  graph = await aGraph({ nowMs: () => nowMs });
});
afterEach(() => graph.close());

const makes = { prefer: "create-if-missing" };
const named = (uniqueName: string): string => `/v1.0/applications(uniqueName='${uniqueName}')`;

async function anApplication(uniqueName = "one", body: object = {}): Promise<{ id: string; appId: string }> {
  const { status, body: made } = await graph.send("PATCH", named(uniqueName), { displayName: "One", ...body }, makes);
  expect(status).toBe(201);
  return { id: String(made["id"]), appId: String(made["appId"]) };
}

const trust = { issuer: "https://login.example/t/v2.0", subject: "worker", audiences: ["api://AzureADTokenExchange"] };
const credential = (appId: string, name: string): string =>
  `/v1.0/applications(appId='${appId}')/federatedIdentityCredentials(name='${name}')`;

describe("an application by its unique name", () => {
  it("is made when the request says so, changed when it exists, and is one", async () => {
    expect((await graph.get(named("one"))).status).toBe(404);
    expect((await graph.send("PATCH", named("one"), { displayName: "One" })).status).toBe(404);
    const { id } = await anApplication();
    const again = await graph.send("PATCH", named("one"), { displayName: "Two" }, makes);
    expect([again.status, (await graph.get(named("one"))).body]).toMatchObject([204, { id, displayName: "Two" }]);
  });

  it("answers with what it lacks, cannot have or does not know (400)", async () => {
    expect((await graph.send("PATCH", named("one"), {}, makes)).body.error.message).toContain("displayName");
    for (const body of [{ nickname: "x" }, { passwordCredentials: [{}] }, { identifierUris: ["api://mine"] }]) {
      expect((await graph.send("PATCH", named("one"), { displayName: "One", ...body }, makes)).status).toBe(400);
    }
  });

  it("takes redirect addresses of browsers over TLS or on the machine itself, each for one platform", async () => {
    await anApplication();
    const change = (body: object) => graph.send("PATCH", named("one"), body);
    const uris = ["https://portal.example/signed-in", "http://localhost:7071/signed-in"];
    expect((await change({ spa: { redirectUris: uris } })).status).toBe(204);
    expect((await graph.get(named("one"))).body["spa"]).toEqual({ redirectUris: uris });
    for (const body of [{ spa: { redirectUris: ["http://portal.example/"] } }, { web: { redirectUris: uris } }]) {
      expect((await change(body)).status).toBe(400);
    }
  });

  it("lets other applications use its scopes without consent, when both are there", async () => {
    const { appId } = await anApplication("client");
    await anApplication("one", { api: { oauth2PermissionScopes: [{ id: "a", value: "A", isEnabled: true }] } });
    const allow = (body: object) => graph.send("PATCH", named("one"), { api: { preAuthorizedApplications: [body] } });
    expect((await allow({ appId, delegatedPermissionIds: ["b"] })).status).toBe(400);
    expect((await allow({ appId: "nobody", delegatedPermissionIds: ["a"] })).status).toBe(400);
    expect((await allow({ appId, delegatedPermissionIds: ["a"] })).status).toBe(204);
  });

  it("keeps of a complex property what a change leaves out", async () => {
    await anApplication("one", { api: { requestedAccessTokenVersion: 2 } });
    await graph.send("PATCH", named("one"), { api: { oauth2PermissionScopes: [{ id: "a", value: "b" }] } });
    const { body } = await graph.get(named("one"));
    expect(body["api"]).toMatchObject({ requestedAccessTokenVersion: 2, oauth2PermissionScopes: [{ id: "a" }] });
  });

  it("does not let an enabled role or scope vanish", async () => {
    await anApplication("one", { appRoles: [{ id: "a", value: "A", isEnabled: true }] });
    const { status, body } = await graph.send("PATCH", named("one"), { appRoles: [] });
    expect([status, body.error.code]).toEqual([400, "CannotDeleteOrUpdateEnabledEntitlement"]);
  });

  it("shows what is selected", async () => {
    await anApplication();
    const { body } = await graph.get(`${named("one")}?$select=id,appId`);
    expect(Object.keys(body)).toEqual(["id", "appId"]);
  });
});

describe("what belongs to an application", () => {
  it("is a service principal, for an application that is there", async () => {
    const { appId } = await anApplication();
    const principal = (id: string): string => `/v1.0/servicePrincipals(appId='${id}')`;
    expect((await graph.send("PATCH", principal(appId), {}, makes)).status).toBe(201);
    expect((await graph.send("PATCH", principal(appId), {}, makes)).status).toBe(204);
    const nobody = await graph.send("PATCH", principal("00000000-0000-4000-8000-000000000000"), {}, makes);
    expect([nobody.status, nobody.body.error.message]).toEqual([
      400,
      expect.stringContaining("does not reference a valid application object"),
    ]);
  });

  it("federated credentials belong to an application, each issuer and subject once (409)", async () => {
    const { appId } = await anApplication();
    expect((await graph.send("PATCH", credential(appId, "a"), trust, makes)).status).toBe(201);
    expect((await graph.send("PATCH", credential(appId, "a"), { subject: "other" })).status).toBe(204);
    expect((await graph.send("PATCH", credential(appId, "b"), { ...trust, subject: "other" }, makes)).status).toBe(409);
    const { body } = await graph.get(`/v1.0/applications(appId='${appId}')/federatedIdentityCredentials`);
    expect(body.value).toMatchObject([{ name: "a", subject: "other", audiences: trust.audiences }]);
    expect((await graph.send("PATCH", credential(appId, "c"), { ...trust, audiences: [] }, makes)).status).toBe(400);
  });
});

it("Microsoft Graph has roles, each with an id of its own", async () => {
  const { body } = await graph.get(`/v1.0/servicePrincipals(appId='${graphAppId}')`);
  const ids = Object(body)["appRoles"].map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(body).toMatchObject({ appRoles: expect.arrayContaining([expect.objectContaining({ value: "Mail.Read" })]) });
});

it("what was made is shown later when told so, and is made once all the same", async () => {
  graph.control.setDirectoryDelay(10_000);
  const { id, appId } = await anApplication();
  expect((await graph.get(named("one"))).status).toBe(404);
  expect((await graph.send("PATCH", named("one"), { notes: "x" })).status).toBe(404);
  expect((await graph.send("PATCH", credential(appId, "a"), trust, makes)).status).toBe(404);
  expect((await graph.send("PATCH", `/v1.0/servicePrincipals(appId='${appId}')`, {}, makes)).status).toBe(400);
  expect((await graph.send("PATCH", named("one"), { displayName: "One" }, makes)).status).toBe(204);
  nowMs += 10_000;
  expect((await graph.get(named("one"))).body["id"]).toBe(id);
});
