import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { clientWith } from "./support/client.ts";
import { type Command, expectRefusal, npm, npmToEnd } from "./support/command.ts";

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

test("npm start --json prints one line with everything that clients need, when everything answers", async () => {
  expect(ready.users).toEqual(["owner", "manager", "operator", "reader", "outsider", "platform-admin", "colleague"]);
  expect(await clientWith({ ready }, undefined).get("/ready")).toMatchObject({ status: 200 });
});

test("the portal is built and served when npm start says that everything answers", async () => {
  const answer = await fetch(ready.portal);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  const [, script = ""] = /<script type="module" src="(\/assets\/[^"]+)"/.exec(await answer.text()) ?? [];
  expect((await fetch(new URL(script, ready.portal))).status).toBe(200);
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
