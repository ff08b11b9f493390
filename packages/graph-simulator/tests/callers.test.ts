import type { Access } from "@tenantpilot/embedded-azure/access";
import { describe, expect, it } from "vitest";
import { aGraph, otherTenantId, paths, tenantId } from "./a-graph.ts";

const access: Access = {
  callerOf: async (token, audience) =>
    token === "good" && [audience].flat().includes("https://graph.microsoft.com")
      ? { principalId: "p", clientId: "c", tenantId, roles: [] }
      : undefined,
  may: () => true,
};

describe("a request", () => {
  it("a request without a token is refused in Graph's error shape", async () => {
    await using graph = await aGraph({ access });
    const { status, body } = await graph.get(paths.groups, { authorization: "", "client-request-id": "mine" });
    expect(status).toBe(401);
    expect(body.error).toMatchObject({
      code: "InvalidAuthenticationToken",
      message: expect.any(String),
      innerError: { date: expect.any(String), "request-id": expect.any(String), "client-request-id": "mine" },
    });
  });

  it("a request with a token that the directory does not know is refused", async () => {
    await using graph = await aGraph({ access });
    expect((await graph.get(paths.groups, { authorization: "Bearer bad" })).status).toBe(401);
    expect((await graph.get(paths.groups)).status).toBe(401);
  });

  it("sees the tenant of its token and no other", async () => {
    await using graph = await aGraph({ access });
    graph.control.putObjects(tenantId, paths.groups, [{ id: "mine" }]);
    graph.control.putObjects(otherTenantId, paths.groups, [{ id: "theirs" }]);
    const { body } = await graph.get(paths.groups, { authorization: "Bearer good" });
    expect(body.value).toEqual([{ id: "mine" }]);
    expect((await graph.get(`${paths.groups}/theirs`, { authorization: "Bearer good" })).status).toBe(404);
  });

  it("a person's token reads groups where one of its scopes says so, and nothing else", async () => {
    const scopes: Readonly<Record<string, readonly string[]>> = {
      groups: ["GroupMember.Read.All"],
      other: ["User.Read"],
    };
    const delegated: Access = {
      callerOf: async (token) => ({
        principalId: "p",
        clientId: "c",
        tenantId,
        roles: [],
        scopes: scopes[token] ?? [],
      }),
      may: () => true,
    };
    await using graph = await aGraph({ access: delegated });
    graph.control.putObjects(tenantId, paths.groups, [
      { id: "a", displayName: "Sales" },
      { id: "b", displayName: "Presales" },
    ]);
    const query = "?$filter=startswith(displayName,'sal')&$top=25&$select=id";
    const { body } = await graph.get(`/v1.0/groups${query}`, { authorization: "Bearer groups" });
    expect(body.value).toEqual([{ id: "a" }]);
    const refused = [
      await graph.get("/v1.0/groups", { authorization: "Bearer other" }),
      await graph.get(paths.catalog, { authorization: "Bearer groups" }),
      await graph.send("POST", paths.groups, { displayName: "x" }, { authorization: "Bearer groups" }),
    ];
    expect(refused.map(({ status, body: said }) => [status, said.error.code])).toEqual(
      refused.map(() => [403, "Authorization_RequestDenied"]),
    );
  });

  it("a request of a tenant that Graph does not know is refused", async () => {
    await using graph = await aGraph();
    const authorization = "Bearer tenant:99999999-2222-4333-8444-555555555555";
    expect((await graph.get(paths.groups, { authorization })).body.error.code).toBe("Authorization_IdentityNotFound");
  });

  it("gets its own id back and an id of the server", async () => {
    await using graph = await aGraph();
    const { headers } = await graph.get(paths.groups, { "client-request-id": "mine" });
    expect(headers.get("client-request-id")).toBe("mine");
    expect(headers.get("request-id")).toMatch(/^[\da-f-]{36}$/);
  });

  it("a request for an unknown segment, version or id says so", async () => {
    await using graph = await aGraph();
    expect((await graph.get("/deviceManagement/nothing")).body.error.message).toBe(
      "Resource not found for the segment 'nothing'.",
    );
    expect((await graph.get(`${paths.groups}/x`)).body.error.code).toBe("Request_ResourceNotFound");
    expect((await graph.get(`/v1.0${paths.catalog}`)).status).toBe(400);
    expect((await graph.get(`/v1.0${paths.access}`)).status).toBe(200);
  });
});
