import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { clientWith } from "./support/client.ts";
import { type Command, launch, npm, npmToEnd } from "./support/command.ts";

const guid = z.guid();
const serverUrl = z.string().regex(/^https?:\/\/(127\.0\.0\.1|localhost):\d+$/);

/** interfaces: what clients find in the one line, and nothing else. */
const readyLine = z.strictObject({
  ready: z.literal(true),
  portal: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+\/$/),
  api: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+\/api$/),
  graph: z.strictObject({ endpoint: serverUrl }),
  entra: z.strictObject({ authority: serverUrl }),
  cosmos: z.strictObject({ endpoint: serverUrl, key: z.string().min(1), database: z.literal("tenantpilot") }),
  serviceBus: z.strictObject({
    namespace: z.string().regex(/^localhost:\d+$/),
    connectionString: z.string().regex(/^Endpoint=sb:\/\/.*UseDevelopmentEmulator=true/),
  }),
  blobs: z.strictObject({ endpoint: z.string().endsWith("/tenantpilot"), account: z.string(), key: z.string().min(1) }),
  ca: z.string().endsWith(".pem"),
  tenants: z.array(z.strictObject({ id: guid, name: z.string() })).min(2),
  users: z.array(z.string()),
});

const root = mkdtempSync(join(tmpdir(), "tenantpilot-cli-"));

function aFolder(): string {
  return mkdtempSync(join(root, "data-"));
}

const dataDir = aFolder();
let product: Command;
let ready: z.infer<typeof readyLine>;

beforeAll(async () => {
  product = npm("start", "-s", "--", "--json", "--data", dataDir, "--port-base", "0");
  ready = readyLine.parse(JSON.parse(await product.firstLine));
});

afterAll(async () => {
  await product[Symbol.asyncDispose]();
  await rm(root, { recursive: true, force: true });
});

/** Refused in one sentence: nothing on stdout, no stack trace, a code that is not 0. */
function expectRefusal(answer: { code: number | string; stdout: string; stderr: string }, sentence: RegExp): void {
  const lines = answer.stderr.split("\n").filter((line) => line !== "" && line !== "Starting TenantPilot ...");
  expect(lines).toEqual([expect.stringMatching(sentence)]);
  expect(answer).toMatchObject({ code: 1, stdout: "" });
}

test("npm start --json prints one line with everything that clients need, when everything answers", async () => {
  expect(ready.users).toEqual(["owner", "manager", "operator", "reader", "outsider", "platform-admin"]);
  expect(await clientWith({ ready }, undefined).get("/ready")).toMatchObject({ status: 200 });
});

test("npm run token prints a token that the API takes, and nothing else", async () => {
  const answer = await npmToEnd("run", "-s", "token", "--", "--user", "reader", "--data", dataDir);
  expect(answer).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/) });
  const me = await clientWith({ ready }, `Bearer ${answer.stdout.trim()}`).get("/me");
  expect(me).toMatchObject({ status: 200, json: { name: "Demo reader" } });
});

test("npm run token says in one sentence what is wrong", async () => {
  const token = (...args: string[]) => npmToEnd("run", "-s", "token", "--", ...args);
  const [nobody, nowhere, unnamed] = await Promise.all([
    token("--user", "nobody", "--data", dataDir),
    token("--user", "reader", "--data", aFolder()),
    token("--data", dataDir),
  ]);
  expectRefusal(nobody, /^There is no demo user nobody: owner, /);
  expectRefusal(nowhere, /^No TenantPilot runs on the data folder /);
  expectRefusal(unnamed, /--user NAME/);
});

test("a second instance on one data folder is refused in one sentence", async () => {
  const second = await npmToEnd("start", "-s", "--", "--json", "--data", dataDir, "--port-base", "0");
  expectRefusal(second, /^Another TenantPilot already runs on the data folder /);
});

test("a taken port is refused in one sentence, whichever of the ten it is", async () => {
  const ofApi = Number(new URL(ready.api).port);
  await using taken = await aTakenPort();
  for (const base of [ofApi, taken.port - 4, taken.port - 9]) {
    const answer = await npmToEnd("start", "-s", "--", "--json", "--data", aFolder(), "--port-base", String(base));
    expectRefusal(answer, /^Port \d+ is taken: choose another --port-base\.$/);
  }
});

test("a damaged database file, a full disk and a folder that is none are one sentence that names the file", async () => {
  const start = (dir: string) => npmToEnd("start", "-s", "--", "--json", "--data", dir, "--port-base", "0");
  const damaged = aFolder();
  for (const name of ["cosmos", "graph"]) mkdirSync(join(damaged, name));
  writeFileSync(join(damaged, "cosmos", "cosmos.sqlite"), "no database ".repeat(1_000));
  expectRefusal(await start(damaged), /^The database file .*cosmos\.sqlite is damaged: /);
  writeFileSync(join(damaged, "file"), "");
  expectRefusal(await start(join(damaged, "file")), /^.*file is no folder, or lies in none\.$/);
  const full = aFolder();
  // Linux has a file that is always full.
  symlinkSync("/dev/full", join(full, "apps.log"));
  expectRefusal(await start(full), /^The disk is full: .*apps\.log cannot be written\.$/);
});

test("an option that is wrong is refused in one sentence", async () => {
  const start = (...args: string[]) => npmToEnd("start", "-s", "--", "--data", aFolder(), ...args);
  const answers = await Promise.all([
    start("--port-base", "many"),
    start("--nonsense"),
    start("--import", "/not/there"),
  ]);
  expectRefusal(answers[0], /^--port-base must be a whole number/);
  expectRefusal(answers[1], /--nonsense/);
  expectRefusal(answers[2], /\/not\/there/);
});

test("SIGTERM to the process group lets what runs finish, and no process is left", async () => {
  product.signal("SIGTERM");
  await expect.poll(() => product.isAlive(), { timeout: 60_000 }).toBe(false);
  expect(product.stdout().trimEnd().split("\n")).toHaveLength(1);
  expect(product.stderr()).toContain("Ending: what runs may finish ...");
});

test.for(["SIGTERM", "SIGINT"] as const)("%s to the process group ends the product with 0", async (name) => {
  await using command = launch("local/start.ts", "--json", "--data", dataDir, "--port-base", "0");
  await command.firstLine;
  command.signal(name);
  expect(await command.ended).toBe(0);
  await expect.poll(() => command.isAlive(), { timeout: 60_000 }).toBe(false);
});

test("the children end by themselves after kill -9 of the launcher", async () => {
  await using command = launch("local/start.ts", "--json", "--data", dataDir, "--port-base", "0");
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

test("npm run demo does the main job, readable when piped, and exits 0", async () => {
  const { code, stdout, stderr } = await npmToEnd("run", "-s", "demo");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  // Neither colour nor a bar that is drawn over itself.
  expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  expect(stdout).toMatch(/one run \w+ for both: .*(created.*joined|joined.*created)/);
  expect(stdout.match(/^ {2}changed: /gm)).toHaveLength(3);
  expect(stdout.match(/ requests to Graph and \d+\.\d s$/gm)).toHaveLength(2);
  expect(stdout.match(/no gaps/g)).toHaveLength(2);
  expect(stdout.match(/new in the blob store: \d+ payloads, \d+ bytes/g)).toHaveLength(2);
});

test("npm run demo works with whatever an imported folder has, and says what it could not import", async () => {
  const folder = aFolder();
  const policy = { id: randomUUID(), displayName: "The only policy", state: "enabled" };
  mkdirSync(join(folder, "ConditionalAccess"));
  writeFileSync(join(folder, "ConditionalAccess/policy.json"), JSON.stringify(policy));
  writeFileSync(join(folder, "ConditionalAccess/broken.json"), '{"displayName": ');
  const { code, stdout, stderr } = await npmToEnd("run", "-s", "demo", "--", "--import", folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(`${basename(folder)}: imported 1 of 2 files`);
  expect(stdout).toContain("ConditionalAccess/broken.json was not imported: ");
  expect(stdout.match(/^ {2}changed: /gm)).toHaveLength(1);
});

async function aTakenPort(): Promise<{ port: number } & AsyncDisposable> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A server on a host has a port.");
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return { port: address.port, [Symbol.asyncDispose]: close };
}
