import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appFolder } from "../../local/stack/app-folder.ts";
import { startStack } from "../../local/stack.ts";
import { buildPackage } from "../../tools/build/build-package.ts";
import { sharedStack } from "./support/shared-stack.ts";

let folder: string;
let packageFolder: string;
let bundledFiles: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenantpilot-package-"));
  packageFolder = join(folder, "package");
  bundledFiles = await buildPackage(packageFolder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const mostBytes = 12 * 1024 * 1024;

describe("the package that is deployed", () => {
  it("is a bundle, what the host reads and the portal, under 12 MB, with no packages to install", async () => {
    expect((await readdir(packageFolder)).sort()).toEqual(["host.json", "main.mjs", "package.json", "web"]);
    const files = await readdir(packageFolder, { recursive: true });
    const sizes = await Promise.all(files.map(async (file) => (await stat(join(packageFolder, file))).size));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(mostBytes);
    expect(Object.keys(JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")))).not.toContain(
      "dependencies",
    );
  });

  it("is made of the product and its packages, and of nothing that runs it on one machine", () => {
    const folders = new Set(bundledFiles.map((file) => file.split("/")[0]));
    expect(folders).toEqual(new Set(["config", "docs", "functions", "node_modules", "src", "web"]));
  });

  it("holds the portal with each script compressed, and no source map", async () => {
    const files = await readdir(join(packageFolder, "web"), { recursive: true });
    const scripts = files.filter((file) => file.endsWith(".js"));
    expect(files).toContain("index.html");
    expect(scripts.length).toBeGreaterThan(1);
    for (const script of scripts) expect(files).toEqual(expect.arrayContaining([`${script}.br`, `${script}.gz`]));
    expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
  });

  it("names the portal's icon in its page, so that no browser asks for /favicon.ico, which would be an error", async () => {
    expect(await readFile(join(packageFolder, "web/index.html"), "utf8")).toContain('rel="icon"');
  });

  it("serves the portal that it holds, with nothing said of where its files are", async () => {
    const settings = { PORTAL_APP_ID: "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a009" };
    const dataDir = join(folder, "data");
    await using stack = await startStack({ dataDir, portBase: 0, appRoot: packageFolder, settings });
    const page = await fetch(new URL("/", stack.ready.api));
    const [, script = "none"] = /<script type="module" src="([^"]+)"/.exec(await page.text()) ?? [];
    const entry = await fetch(new URL(script, stack.ready.api), { headers: { "accept-encoding": "br" } });
    expect([page.status, entry.status, entry.headers.get("content-encoding")]).toEqual([200, 200, "br"]);
  });

  it("has nothing that Node 22 cannot read", async () => {
    const code = await readFile(join(packageFolder, "main.mjs"), "utf8");
    expect(code).not.toMatch(/^\s*(?:await )?using \w+ = /m);
    // Classes of Node 24 that no compiler can lower.
    expect(code).not.toMatch(/\b(?:Async)?DisposableStack\b/);
  });
});

it("these end-to-end tests run the apps of the folder that they were told: what is deployed, or the sources", async () => {
  const { apps } = await sharedStack();
  for (const app of [apps.http, apps.worker]) {
    const command = execFileSync("ps", ["-o", "args=", "-p", String(app.pid())], { encoding: "utf8" });
    expect(command).toContain(`--app-root ${appFolder()} `);
  }
  expect(existsSync(join(appFolder(), "main.mjs"))).toBe(process.env["TENANTPILOT_APP"] !== undefined);
});
