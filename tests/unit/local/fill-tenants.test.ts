import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type RunningGraph, startGraph } from "@tenantpilot/graph-simulator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { tenantFacts } from "../../../config/graph-contracts/tenant-facts.ts";
import { fillLines } from "../../../local/stack/fill-lines.ts";
import { readImportRecords, writeImportRecords } from "../../../local/stack/import-record.ts";
import { fillTenants, stackTenants, toImportRecords } from "../../../local/stack/tenants.ts";

const policies = "/identity/conditionalAccess/policies";

let dir = "";
let folder = "";
let graph: RunningGraph;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "fill-"));
  folder = join(dir, "customer");
  await mkdir(join(folder, "ConditionalAccess"), { recursive: true });
  graph = await startGraph({ port: 0, dir: join(dir, "graph"), contracts: [...contracts, ...tenantFacts] });
});

afterEach(async () => {
  await graph.close();
  await rm(dir, { recursive: true });
});

async function write(file: string, content: unknown): Promise<void> {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  await writeFile(join(folder, "ConditionalAccess", file), text);
}

const aPolicy = (id: string, state = "enabled") => ({ id, displayName: `Policy ${id}`, state });

/** A start on the data folder: what it said, and what the tenant holds then. */
async function start() {
  const known = await readImportRecords(dir);
  const tenants = await stackTenants([folder], known);
  const filled = fillTenants(graph.control, tenants, known);
  await writeImportRecords(dir, toImportRecords(tenants, known));
  const id = tenants.at(-1)?.id ?? "";
  const states = graph.control.objects(id, policies).map((object) => [object["id"], object["state"]]);
  return { id, lines: filled.flatMap(fillLines), states };
}

describe("a start with an imported folder", () => {
  it("says how many files were imported, and of each other one why not", async () => {
    await write("a.json", aPolicy("a"));
    await write("broken.json", "\u001b[2J");
    const { lines, states } = await start();
    const name = basename(folder);
    expect(states).toEqual([["a", "enabled"]]);
    expect(lines).toEqual([
      `${name}: imported 1 of 2 files`,
      expect.stringContaining(`${name}: ConditionalAccess/broken.json was not imported: `),
    ]);
    // It goes to a terminal.
    expect(lines.join("")).not.toMatch(/\p{Cc}/u);
  });

  it("reads a folder that has changed again, and says so: new, changed and missing objects", async () => {
    for (const id of ["a", "b", "c"]) await write(`${id}.json`, aPolicy(id));
    await start();
    await write("a.json", aPolicy("a", "disabled"));
    await rm(join(folder, "ConditionalAccess/b.json"));
    await write("d.json", aPolicy("d"));
    const { lines, states } = await start();
    expect(states).toEqual([
      ["a", "disabled"],
      ["c", "enabled"],
      ["d", "enabled"],
    ]);
    expect(lines.at(-1)).toContain("has changed and was read again: 2 objects put, 1 taken away");
  });

  it("leaves what people changed in the tenant where the folder is as it was", async () => {
    await write("a.json", aPolicy("a"));
    const { id } = await start();
    graph.control.patchObject(id, policies, "a", { state: "disabled" });
    await write("b.json", aPolicy("b"));
    expect((await start()).states).toEqual([
      ["a", "disabled"],
      ["b", "enabled"],
    ]);
    expect((await start()).lines).toEqual([`${basename(folder)}: imported 2 of 2 files`]);
  });

  it("takes the folder for a changed one where the data folder is of a release that kept no record", async () => {
    await write("a.json", aPolicy("a"));
    await start();
    await write("a.json", aPolicy("a", "disabled"));
    await rm(join(dir, "imports.json"));
    expect((await start()).states).toEqual([["a", "disabled"]]);
  });
});
