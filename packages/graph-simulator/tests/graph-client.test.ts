import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  GraphError,
  PageIterator,
} from "@microsoft/microsoft-graph-client";
import { trust } from "@tenantpilot/embedded-azure/tls/trust";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StandaloneGraph, startStandaloneGraph } from "../src/standalone.ts";
import { groupTarget, paths, tenantId } from "./a-graph.ts";

let dir: string;
let graph: StandaloneGraph;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "graph-"));
  graph = await startStandaloneGraph({ port: 0, contracts: [], dir });
  trust(await readFile(String(graph.line["ca"]), "utf8"));
  graph.server.control.putTenant({ id: tenantId, name: "One" });
});
afterAll(async () => {
  await graph.server.close();
  await rm(dir, { recursive: true });
});

function aClient(token = `tenant:${tenantId}`): Client {
  return Client.init({
    baseUrl: `${graph.server.endpoint}/`,
    defaultVersion: "beta",
    customHosts: new Set(["localhost"]),
    authProvider: (done) => done(null, token),
  });
}

describe("Microsoft's client, over TLS", () => {
  it("iterates all pages of a list", async () => {
    const objects = Array.from({ length: 60 }, (_, index) => ({ id: `policy-${index}` }));
    graph.server.control.putObjects(tenantId, paths.catalog, objects);
    const client = aClient();
    const ids: string[] = [];
    const keep = ({ id }: { id: string }) => ids.push(id) > 0;
    await new PageIterator(client, await client.api(paths.catalog).select("id").get(), keep).iterate();
    expect(ids).toEqual(objects.map(({ id }) => id));
  });

  it("waits as a throttled answer says and then has its own", async () => {
    graph.server.control.throttle({ match: "GET /beta/groups", times: 1, retryAfter: "1" });
    graph.server.control.resetCounters();
    expect(await aClient().api(paths.groups).get()).toMatchObject({ value: [] });
    expect(graph.server.control.counters().byStatus).toEqual({ 200: 1, 429: 1 });
  });

  it("understands refusals", async () => {
    const refused: unknown = await aClient("someone")
      .api(paths.groups)
      .get()
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(GraphError);
    expect(refused).toMatchObject({ statusCode: 401, code: "InvalidAuthenticationToken" });
    const missing = aClient().api(`${paths.catalog}/none`).get();
    await expect(missing).rejects.toMatchObject({ statusCode: 404, code: "ResourceNotFound" });
  });

  it("sends batches", async () => {
    graph.server.control.putObjects(tenantId, paths.catalog, [
      { id: "with", assignments: [{ target: groupTarget("g") }] },
    ]);
    const steps = ["with", "none"].map((id) => ({
      id,
      request: new Request(`https://localhost/deviceManagement/configurationPolicies/${id}/assignments`),
    }));
    const content = await new BatchRequestContent(steps).getContent();
    const answers = new BatchResponseContent(await aClient().api("/$batch").post(content));
    expect(await answers.getResponseById("with").json()).toMatchObject({ value: [{ id: "with_g" }] });
    expect(answers.getResponseById("none").status).toBe(404);
  });

  it("creates, changes, assigns and deletes", async () => {
    const client = aClient();
    const { id } = await client.api(paths.scripts).post({ displayName: "New", scriptContent: "YQ==" });
    const item = `${paths.scripts}/${id}`;
    expect(await client.api(item).patch({ displayName: "Other" })).toMatchObject({ displayName: "Other" });
    await client.api(`${item}/assign`).post({ deviceManagementScriptAssignments: [{ target: groupTarget("g") }] });
    expect(await client.api(item).expand("assignments").get()).toMatchObject({ assignments: [{ id: `${id}_g` }] });
    await client.api(item).delete();
    await expect(client.api(item).get()).rejects.toMatchObject({ statusCode: 404 });
  });
});
