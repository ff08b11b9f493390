import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { childCaEnvironment } from "../../src/tls/trust.ts";
import { identities } from "../entra/some-directory.ts";
import { aLocalBlobService, aName } from "./a-blob-service.ts";

const program = fileURLToPath(new URL("./upload-as-managed-identity.ts", import.meta.url));

it("an app in a process of its own writes over TLS as its managed identity, with nothing but its environment", async () => {
  await using service = await aLocalBlobService();
  const { blobs, entra } = service;
  const trusted = await childCaEnvironment(entra.caFile, process.env);
  const env = { ...process.env, ...trusted, ...entra.environmentOf("worker") };
  const name = aName();
  await promisify(execFile)(process.execPath, [program, blobs.endpoint, identities.worker.clientId, name], { env });
  expect((await service.as("http").getBlobClient(name).downloadToBuffer()).toString()).toBe("by identity");
});
