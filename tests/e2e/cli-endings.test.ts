import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { launch, npm } from "./support/command.ts";

const root = mkdtempSync(join(tmpdir(), "tenantpilot-endings-"));

afterAll(() => rm(root, { recursive: true, force: true }));

function aFolder(): string {
  return mkdtempSync(join(root, "data-"));
}

test.for(["SIGTERM", "SIGINT"] as const)("%s to the process group ends the product with 0", async (name) => {
  await using command = launch("local/start.ts", "--json", "--no-portal", "--data", aFolder(), "--port-base", "0");
  await command.firstLine;
  command.signal(name);
  expect(await command.ended).toBe(0);
  await expect.poll(() => command.isAlive(), { timeout: 60_000 }).toBe(false);
});

test("the children end by themselves after kill -9 of the launcher", async () => {
  await using command = launch("local/start.ts", "--json", "--no-portal", "--data", aFolder(), "--port-base", "0");
  await command.firstLine;
  command.child.kill("SIGKILL");
  await expect.poll(() => command.isAlive(), { timeout: 60_000 }).toBe(false);
});

const functionApp = fileURLToPath(new URL("../../packages/embedded-azure/tests/host/apps/http", import.meta.url));
const text = expect.any(String);
const https = expect.stringMatching(/^https:\/\/localhost:\d+(\/tenantpilot)?$/);
const ca = expect.stringMatching(/\.pem$/);

test.for<[string, object, ...string[]]>([
  ["cosmos", { endpoint: https, key: text, database: "tenantpilot", ca }],
  ["service-bus", { endpoint: text, namespace: text, connectionString: expect.stringContaining("Emulator=true"), ca }],
  ["blobs", { endpoint: https, account: "tenantpilot", key: text, ca }],
  ["entra", { endpoint: https, authority: text, identityEndpoint: text, ca }],
  ["graph", { endpoint: https, controlKey: text, ca }],
  ["host", { endpoint: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), key: text }, "--app", functionApp],
])("npm run local -- %s prints one line that says where it is, and ends on SIGTERM", async ([name, told, ...more]) => {
  await using server = npm("run", "-s", "local", "--", name, "--port", "0", "--data", aFolder(), ...more);
  expect(JSON.parse(await server.firstLine)).toEqual({ ready: true, ...told });
  server.signal("SIGTERM");
  await expect.poll(() => server.isAlive(), { timeout: 60_000 }).toBe(false);
  expect(server.stdout().trimEnd().split("\n")).toHaveLength(1);
});

test.for(["SIGTERM", "SIGINT"] as const)("a server alone ends with 0 on %s to the process group", async (name) => {
  await using server = launch("local/standalone.ts", "cosmos", "--data", aFolder());
  await server.firstLine;
  server.signal(name);
  expect(await server.ended).toBe(0);
});
