import { once } from "node:events";
import { request } from "node:http";
import { ServiceBusClient } from "@azure/service-bus";
import { BlobServiceClient, RestError } from "@azure/storage-blob";
import { expect, test } from "vitest";
import type { Stack } from "../../local/stack.ts";
import { clientOf, clientWith } from "./support/client.ts";
import { entriesOf, takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

test("P5.3 no token, a bad token and a token for another audience are 401 problems", async () => {
  const stack = await sharedStack();
  const path = `/tenants/${stack.ready.tenants[0]?.id}`;
  const foreign = await stack.servers.entra.identityToken("worker", "https://storage.azure.com");
  const long = `Bearer ${"x".repeat(1_000_000)}`;
  for (const authorization of [undefined, "Bearer nonsense", "Basic abc", `Bearer ${foreign.token}`, long]) {
    const answer = await clientWith(stack, authorization).get(path);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.json).toMatchObject({ code: "unauthenticated", status: 401 });
  }
});

test("P5.3 two headers with a good token each are 401: which of them counts is nobody's to guess", async () => {
  const stack = await sharedStack();
  const good = `Bearer ${await stack.tokenFor("owner")}`;
  const headers = ["host", "127.0.0.1", "authorization", good, "authorization", good];
  const answer = request(`${stack.ready.api}/me`, { headers }).end();
  const [response] = await once(answer, "response");
  expect(response.statusCode).toBe(401);
  response.resume();
});

test("P5.1 a tenant that the caller is no member of is 404, the same as one that does not exist", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  for (const user of ["outsider", "platform-admin"]) {
    const client = await clientOf(stack, user);
    const [hidden, absent] = await Promise.all([
      client.get(`/tenants/${tenant.id}`),
      client.get("/tenants/00000000-1111-4222-8333-444444444444"),
    ]);
    expect([hidden.status, absent.status]).toEqual([404, 404]);
    const { correlationId: _one, ...shown } = Object(hidden.json);
    const { correlationId: _two, ...shownAbsent } = Object(absent.json);
    expect(shown).toEqual(shownAbsent);
    const start = await client.post(`/tenants/${tenant.id}/snapshots`, {});
    expect(start.status).toBe(404);
  }
});

test("P5.3 a member without the right is 403 with the missing right", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const reader = await clientOf(stack, "reader");
  expect((await reader.post(`/tenants/${tenant.id}/snapshots`, {})).json).toMatchObject({
    status: 403,
    code: "missing_right",
    missingRight: "snapshot.take",
  });
  expect((await reader.post(`/tenants/${tenant.id}/inventory/sync`, {})).json).toMatchObject({
    missingRight: "inventory.sync",
  });
  expect((await reader.get(`/tenants/${tenant.id}/snapshots`)).status).toBe(200);
});

test("I5 nothing of one tenant is found through another, whatever its id", async () => {
  const stack = await sharedStack();
  const [own, other] = await Promise.all([aTenant(stack), aTenant(stack)]);
  const shared = aPolicy("Same in both");
  own.put(policies, [shared, aPolicy("Own")]);
  other.put(policies, [shared]);
  const client = await clientOf(stack, "operator");
  const run = await takeSnapshot(stack, client, own.id, ["settingsCatalog"]);
  const otherRun = await takeSnapshot(stack, client, other.id, ["settingsCatalog"]);
  const entries = await entriesOf(client, run);
  const base = `/tenants/${other.id}`;
  const snapshot = `${base}/snapshots/${run.result?.snapshotId}`;
  const foreign = [`${base}/operations/${run.id}`, snapshot, `${snapshot}/entries`];
  const objects = entries.map(({ type, id }) => `${snapshot}/objects/${type}/${id}`);
  for (const path of [...foreign, ...objects]) expect([path, (await client.get(path)).status]).toEqual([path, 404]);
  const ownId = entries.find(({ name }) => name === "Own")?.id;
  expect((await client.get(`${base}/inventory/settingsCatalog/${ownId}`)).status).toBe(404);
  // Equal content is stored once a tenant, never once for two.
  expect(otherRun.result).toMatchObject({ objectsAdded: 1 });
  const { json } = await client.get(`/tenants/${own.id}/inventory?limit=1`);
  const continued = await client.get(`${base}/inventory?limit=1&page=${Object(json).nextPage}`);
  expect(continued.status).toBe(400);
});

test("the checks come in order: 404 before 403 before 400", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const path = `/tenants/${tenant.id}/snapshots`;
  const wrongBody = { nonsense: true };
  expect((await (await clientOf(stack, "outsider")).post(path, wrongBody)).status).toBe(404);
  expect((await (await clientOf(stack, "reader")).post(path, wrongBody)).status).toBe(403);
  expect((await (await clientOf(stack, "operator")).post(path, wrongBody)).status).toBe(400);
});

test("P5.3 the http app's identity may read snapshots but write none", async () => {
  const stack = await sharedStack();
  const container = (name: "http" | "worker") =>
    new BlobServiceClient(stack.ready.blobs.endpoint, credentialOf(stack, name)).getContainerClient("snapshots");
  const write = (name: "http" | "worker") => container(name).getBlockBlobClient(`test/${name}`).upload("x", 1);
  await write("worker");
  expect((await container("http").getBlockBlobClient("test/worker").downloadToBuffer()).toString()).toBe("x");
  const refusal = await write("http").catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(RestError);
  expect(refusal).toMatchObject({ statusCode: 403, code: "AuthorizationPermissionMismatch" });
});

test("P5.3 staged entries are for the worker alone, and their account deletes them, not the worker", async () => {
  const stack = await sharedStack();
  const { endpoint } = stack.servers.transientBlobs;
  const blob = (name: "http" | "worker") =>
    new BlobServiceClient(endpoint, credentialOf(stack, name)).getContainerClient("staging").getBlockBlobClient("x");
  await blob("worker").upload("x", 1);
  const denied = { statusCode: 403, code: "AuthorizationPermissionMismatch" };
  await expect(blob("worker").delete()).rejects.toMatchObject(denied);
  await expect(blob("http").upload("y", 1)).rejects.toMatchObject(denied);
  await expect(blob("http").getProperties()).rejects.toMatchObject({ statusCode: 403 });
});

test("P5.3 the http app's identity may send to the queue but not receive", async () => {
  const stack = await sharedStack();
  // The library takes this refusal for one that may pass, and would try for minutes.
  const options = { retryOptions: { maxRetries: 0 } };
  const { namespace } = stack.ready.serviceBus;
  await using client = disposable(new ServiceBusClient(namespace, credentialOf(stack, "http"), options));
  const receiving = client.value.createReceiver("operations").receiveMessages(1, { maxWaitTimeInMs: 1_000 });
  await expect(receiving).rejects.toMatchObject({ code: "UnauthorizedAccess" });
});

function credentialOf(stack: Stack, name: "http" | "worker") {
  return {
    getToken: async (scopes: string | string[]) => {
      const scope = Array.isArray(scopes) ? scopes[0] : scopes;
      // The Service Bus library asks for `https://servicebus.azure.net//.default`.
      const audience = (scope ?? "").replace(/\/+\.default$/, "");
      const { token } = await stack.servers.entra.identityToken(name, audience);
      return { token, expiresOnTimestamp: Date.now() + 3_000_000 };
    },
  };
}

function disposable(client: ServiceBusClient) {
  return { value: client, [Symbol.asyncDispose]: () => client.close() };
}
