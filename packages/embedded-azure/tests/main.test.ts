import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { PublicClientApplication } from "@azure/msal-node";
import { expect, it } from "vitest";
import { oneUserDirectory } from "../src/entra/one-user-directory.ts";
import { startStandaloneProcess } from "./kills/standalone-process.ts";

const program = fileURLToPath(new URL("../src/main.ts", import.meta.url));

it("the directory alone signs its one user in", async () => {
  const dir = await mkdtemp(join(tmpdir(), "entra-"));
  await using server = await startStandaloneProcess("entra", dir);
  const { authority = "" } = server.line;
  const clientId = oneUserDirectory.apps[0]?.clientId ?? "";
  const { host } = new URL(authority);
  const client = new PublicClientApplication({
    auth: { clientId, authority: `${authority}/${oneUserDirectory.home.id}`, knownAuthorities: [host] },
  });
  const request = { scopes: ["api://local/.default"], username: "owner", password: "owner" };
  expect((await client.acquireTokenByUsernamePassword(request))?.accessToken).toBeTruthy();
  await server.kill();
  await rm(dir, { recursive: true });
});

it.each<[string, string[], RegExp]>([
  ["an unknown server", ["nonsense", "--data", "x"], /^Say which server: cosmos, service-bus, blobs, entra, host\.\n$/],
  ["no folder", ["cosmos"], /^Say where its data is: --data DIR\.\n$/],
  ["no port number", ["cosmos", "--data", "x", "--port", "many"], /^--port must be a port number\.\n$/],
  ["queues without a file", ["service-bus", "--data", tmpdir()], /^Say which queues there are: --config FILE/],
  [
    "a file that is none",
    ["service-bus", "--data", tmpdir(), "--config", "no.json"],
    /^--config no\.json cannot be read/,
  ],
  ["a host without an app", ["host", "--data", tmpdir()], /^Say which function app the host runs: --app FOLDER\.\n$/],
])("%s ends with one sentence and code 1", async (_, args, sentence) => {
  const ended = promisify(execFile)(process.execPath, [program, ...args]);
  await expect(ended).rejects.toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(sentence) });
});
