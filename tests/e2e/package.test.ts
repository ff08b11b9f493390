import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startStack } from "../../local/stack.ts";
import { buildPackage } from "../../tools/build/build-package.ts";
import { clientOf } from "./support/client.ts";
import { entriesOf, takeSnapshot } from "./support/run.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

let folder: string;
let packageFolder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenantpilot-package-"));
  packageFolder = join(folder, "package");
  await buildPackage(packageFolder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const mostBytes = 10 * 1024 * 1024;

describe("the package that is deployed", () => {
  it("is a bundle and what the host reads, under 10 MB, with no packages to install", async () => {
    const files = (await readdir(packageFolder)).sort();
    expect(files).toEqual(["host.json", "main.mjs", "package.json"]);
    const sizes = await Promise.all(files.map(async (file) => (await stat(join(packageFolder, file))).size));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(mostBytes);
    expect(Object.keys(JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")))).not.toContain(
      "dependencies",
    );
  });

  it("has nothing that Node 22 cannot read", async () => {
    const code = await readFile(join(packageFolder, "main.mjs"), "utf8");
    expect(code).not.toMatch(/^\s*(?:await )?using \w+ = /m);
    // Classes of Node 24 that no compiler can lower.
    expect(code).not.toMatch(/\b(?:Async)?DisposableStack\b/);
  });

  it("runs as both apps and takes a snapshot", async () => {
    await using stack = await startStack({ dataDir: join(folder, "data"), portBase: 0, appRoot: packageFolder });
    const tenant = await aTenant(stack);
    tenant.put(policies, [aPolicy("One"), aPolicy("Two", 30)]);
    const client = await clientOf(stack, "operator");
    const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog", "assignmentFilter"]);
    expect(run).toMatchObject({ status: "completed", outcome: "succeeded", failures: [] });
    const entries = await entriesOf(client, run);
    expect(entries.map(({ name }) => name).sort()).toEqual(["One", "Two"]);
  });
});
