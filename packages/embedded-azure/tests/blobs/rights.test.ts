import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BlobServiceClient } from "@azure/storage-blob";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startStandaloneBlobs } from "../../src/blobs/standalone.ts";
import { aLocalBlobService, aName, type LocalBlobService, refusalOf } from "./a-blob-service.ts";

let service: LocalBlobService;
beforeAll(async () => {
  service = await aLocalBlobService();
});
afterAll(() => service[Symbol.asyncDispose]());

const noPermission = { status: 403, code: "AuthorizationPermissionMismatch" };

describe("a token", () => {
  it("a token of the worker writes; one of the http app reads but does not write", async () => {
    const name = aName();
    await service.as("worker").getBlockBlobClient(name).upload("1", 1);
    const asHttp = service.as("http").getBlockBlobClient(name);
    expect((await asHttp.downloadToBuffer()).toString()).toBe("1");
    expect(await refusalOf(asHttp.upload("2", 1))).toEqual(noPermission);
    expect(await refusalOf(asHttp.delete())).toEqual(noPermission);
  });

  it("a token of the worker deletes nothing, and sets no policy of its own, as the role of Azure has it", async () => {
    const name = aName();
    const asWorker = service.as("worker").getBlockBlobClient(name);
    const { versionId = "" } = await asWorker.upload("1", 1);
    await asWorker.upload("2", 1);
    const immutabilityPolicy = { expiriesOn: new Date(Date.now() + 86_400_000), policyMode: "Unlocked" as const };
    expect(await refusalOf(asWorker.delete())).toEqual(noPermission);
    expect(await refusalOf(asWorker.withVersion(versionId).delete())).toEqual(noPermission);
    expect(await refusalOf(asWorker.upload("3", 1, { immutabilityPolicy }))).toEqual(noPermission);
    expect(await refusalOf(asWorker.setImmutabilityPolicy(immutabilityPolicy))).toEqual(noPermission);
    expect(await refusalOf(asWorker.deleteImmutabilityPolicy())).toEqual(noPermission);
    expect((await asWorker.downloadToBuffer()).toString()).toBe("2");
  });

  it("makes no container, not even the worker's", async () => {
    expect(await refusalOf(service.as("worker", "other").create())).toEqual(noPermission);
  });

  it("opens no container that no role names", async () => {
    await service.byKey().getContainerClient("private").create();
    const blob = service.as("worker", "private").getBlockBlobClient(aName());
    expect(await refusalOf(blob.upload("1", 1))).toEqual(noPermission);
    expect(await refusalOf(blob.download())).toEqual(noPermission);
  });

  it("what is no token, or none at all, is 401", async () => {
    const credential = { getToken: async () => ({ token: "guessed", expiresOnTimestamp: Date.now() + 3_600_000 }) };
    const forged = new BlobServiceClient(service.blobs.endpoint, credential, { retryOptions: { maxTries: 1 } });
    expect((await refusalOf(forged.getContainerClient("snapshots").getProperties())).status).toBe(401);
    const anonymous = new BlobServiceClient(service.blobs.endpoint, undefined, { retryOptions: { maxTries: 1 } });
    const refused = refusalOf(anonymous.getContainerClient("snapshots").getBlobClient("a").download());
    expect(await refused).toEqual({ status: 401, code: "NoAuthenticationInformation" });
  });
});

describe("the account key", () => {
  it("makes containers and does all that a token does", async () => {
    const container = service.byKey().getContainerClient("by-key");
    await container.create();
    expect(await refusalOf(container.create())).toEqual({ status: 409, code: "ContainerAlreadyExists" });
    expect((await container.createIfNotExists()).succeeded).toBe(false);
    const blob = container.getBlockBlobClient(aName());
    await blob.upload("1", 1, { metadata: { a_b: "1", ab: "2" }, conditions: { ifNoneMatch: "*" } });
    expect((await blob.downloadToBuffer()).toString()).toBe("1");
    const listed: string[] = [];
    for await (const item of container.listBlobsFlat({ includeVersions: true, includeMetadata: true }))
      listed.push(item.name);
    expect(listed).toEqual([blob.name]);
  });

  it("lists the containers", async () => {
    const listed: string[] = [];
    for await (const { name } of service.byKey().listContainers()) listed.push(name);
    expect(listed).toContain("snapshots");
  });

  it("an account key that is wrong is 403", async () => {
    const container = service.byKey(Buffer.alloc(64).toString("base64")).getContainerClient("snapshots");
    const refused = refusalOf(container.getBlobClient("a").download());
    expect(await refused).toEqual({ status: 403, code: "AuthenticationFailed" });
  });

  it("finds no container that does not exist", async () => {
    const container = service.byKey().getContainerClient("nowhere");
    expect(await container.exists()).toBe(false);
    const refused = refusalOf(container.getBlockBlobClient("a").upload("1", 1));
    expect(await refused).toEqual({ status: 404, code: "ContainerNotFound" });
  });
});

describe("what this server does not do", () => {
  const asked: readonly [string, (service: LocalBlobService) => Promise<unknown>][] = [
    ["leases", ({ as }) => as("worker").getBlobClient("a").getBlobLeaseClient().acquireLease(15)],
    ["snapshots of blobs", ({ as }) => as("worker").getBlobClient("a").createSnapshot()],
    [
      "tags",
      ({ as }) =>
        as("worker")
          .getBlockBlobClient("a")
          .upload("1", 1, { tags: { a: "b" } }),
    ],
    ["access tiers", ({ as }) => as("worker").getBlockBlobClient("a").upload("1", 1, { tier: "Cool" })],
    ["a legal hold on upload", ({ as }) => as("worker").getBlockBlobClient("a").upload("1", 1, { legalHold: true })],
    ["a legal hold on a blob", ({ as }) => as("worker").getBlobClient("a").setLegalHold(true)],
    ["blocks", ({ as }) => as("worker").getBlockBlobClient("a").stageBlock("QQ==", "1", 1)],
    ["lists of blocks", ({ as }) => as("worker").getBlockBlobClient("a").commitBlockList(["QQ=="])],
    ["legal holds in lists", ({ as }) => as("worker").listBlobsFlat({ includeLegalHold: true }).next()],
    ["append blobs", ({ as }) => as("worker").getAppendBlobClient("a").create()],
    ["copies", ({ as }) => as("worker").getBlobClient("a").syncCopyFromURL("https://localhost/b")],
    ["undelete", ({ as }) => as("worker").getBlobClient("a").undelete()],
    ["deleting containers", ({ byKey }) => byKey().getContainerClient("snapshots").delete()],
    ["account properties", ({ byKey }) => byKey().getProperties()],
    ["deleted blobs in lists", ({ as }) => as("worker").listBlobsFlat({ includeDeleted: true }).next()],
  ];

  it.each(asked)("is refused in the service's shape, never ignored: %s", async (_, call) => {
    const { status, code } = await refusalOf(call(service));
    expect([400, 405]).toContain(status);
    expect(code).toMatch(/^(Unsupported|Invalid)/);
  });
});

it("the blob server starts alone and announces endpoint, key and authority", async () => {
  const { server, line } = await startStandaloneBlobs({
    port: 0,
    dir: await mkdtemp(join(tmpdir(), "blobs-")),
    account: "tenantpilot",
    provision: [],
  });
  await using _ = server;
  expect(line).toMatchObject({ ready: true, endpoint: server.endpoint, key: server.key, account: "tenantpilot" });
  expect(server.endpoint).toMatch(/^https:\/\/localhost:\d+\/tenantpilot$/);
});
