import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stack, startStack } from "../../local/stack.ts";

const script = "assets/main-AB12CD34.js";
const portalAppId = "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a009";

let folder: string;
let stack: Stack;
let origin: string;
const lines: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenantpilot-portal-"));
  const settings = { PORTAL_APP_ID: portalAppId, PORTAL_FILES: join(folder, "web") };
  const log = (line: string) => lines.push(line);
  stack = await startStack({ dataDir: join(folder, "data"), portBase: 0, settings, log });
  origin = new URL(stack.ready.api).origin;
});

afterAll(async () => {
  await stack.close();
  await rm(folder, { recursive: true, force: true });
});

async function build(): Promise<void> {
  await mkdir(join(folder, "web/assets"), { recursive: true });
  await writeFile(join(folder, "web/index.html"), '<meta name="style-nonce" content="__NONCE__">');
  await writeFile(join(folder, `web/${script}`), "plain();");
  await writeFile(join(folder, `web/${script}.br`), brotliCompressSync("small();"));
}

/** A request whose path is sent as it stands: fetch would shorten it first. */
function statusOf(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on("error", reject).end();
  });
}

describe("the http app", () => {
  it("works without the portal's files, says so at / and finds them once they are there", async () => {
    const missing = await fetch(`${origin}/`);
    expect(missing.status).toBe(503);
    expect(await missing.json()).toMatchObject({ code: "portal_missing", detail: expect.stringMatching(/^[^.]+\.$/) });
    expect((await fetch(`${origin}/api/ready`)).status).toBe(200);
    await build();
    expect((await fetch(`${origin}/`)).status).toBe(200);
  });

  it("serves the portal's page at every address of the portal, each time with another nonce", async () => {
    await build();
    const answers = await Promise.all(
      ["/", "/tenants", `/tenants/${portalAppId}/operations/01k?x=1`].map((path) => fetch(origin + path)),
    );
    const pages = await Promise.all(answers.map((answer) => answer.text()));
    const nonces = answers.map(
      ({ headers }) => /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1],
    );
    expect(pages).toEqual(nonces.map((nonce) => `<meta name="style-nonce" content="${nonce}">`));
    expect(new Set(nonces).size).toBe(3);
    expect(answers.map(({ headers }) => headers.get("cache-control"))).toEqual(["no-store", "no-store", "no-store"]);
  });

  it("serves the portal's files as the build compressed them", async () => {
    await build();
    const packed = await fetch(`${origin}/${script}`, { headers: { "accept-encoding": "br" } });
    expect([packed.headers.get("content-encoding"), await packed.text()]).toEqual(["br", "small();"]);
    expect(packed.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const plain = await fetch(`${origin}/${script}`, { headers: { "accept-encoding": "identity" } });
    expect([plain.headers.get("content-encoding"), await plain.text()]).toEqual([null, "plain();"]);
  });

  it("answers HEAD for the page and for a file, without a body", async () => {
    await build();
    for (const path of ["/", `/${script}`]) {
      const response = await fetch(origin + path, { method: "HEAD" });
      expect([response.status, response.headers.get("x-content-type-options"), await response.text()]).toEqual([
        200,
        "nosniff",
        "",
      ]);
    }
  });

  it("answers an unknown address of the API with a problem, and its known ones as ever", async () => {
    const unknown = await fetch(`${origin}/api/nothing`);
    expect([unknown.status, unknown.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
    expect(await unknown.json()).toMatchObject({ code: "not_found" });
    expect((await fetch(`${origin}/api/health`)).status).toBe(200);
    expect((await fetch(`${origin}/api/me`)).status).toBe(401);
    expect((await fetch(`${origin}/health`)).headers.get("content-type")).toContain("text/html");
  });

  it("gives away no file but the portal's", async () => {
    await build();
    for (const path of [
      "/host.json",
      "/../host.json",
      "/..%2fhost.json",
      "/assets/../../package.json",
      "/%2e%2e/main.mjs",
      "/.env",
    ]) {
      expect(await statusOf(path), path).toBe(404);
    }
  });

  it("tells a browser how to sign in", async () => {
    const answer = await (await fetch(`${origin}/api/sign-in`)).json();
    expect(answer).toMatchObject({
      clientId: portalAppId,
      tokenEndpoint: expect.stringMatching(/\/oauth2\/v2\.0\/token$/),
    });
  });

  it("has no routes that hide each other", () => {
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes("overlap"))).toEqual([]);
  });
});
