import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startGraph } from "../src/start-graph.ts";
import { aGraph, authorization, paths, tenantId } from "./a-graph.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "graph-"));
});
afterEach(async () => {
  await rm(dir, { recursive: true });
});

describe("after a restart", () => {
  it("tenants, objects, their order and licences are as they were", async () => {
    const ids = ["c", "a", "b"].map((id) => ({ id }));
    {
      await using graph = await aGraph({ dir });
      graph.control.putObjects(tenantId, paths.groups, ids);
      graph.control.setLicence(tenantId, paths.drivers, false);
    }
    await using graph = await startGraph({ dir, port: 0, contracts: [] });
    expect(graph.control.hasTenant(tenantId)).toBe(true);
    expect(graph.control.objects(tenantId, paths.groups)).toEqual(ids);
    const { status } = await fetch(`${graph.endpoint}/beta${paths.drivers}`, { headers: { authorization } });
    expect(status).toBe(403);
  });

  it("a page link from before still leads to the next page", async () => {
    let link = "";
    {
      await using graph = await aGraph({ dir });
      graph.control.putObjects(
        tenantId,
        paths.groups,
        ["a", "b"].map((id) => ({ id })),
      );
      link = (await graph.get("/groups?$top=1")).body["@odata.nextLink"] ?? "";
    }
    await using graph = await aGraph({ dir });
    const { pathname, search } = new URL(link);
    expect((await graph.get(`${graph.endpoint}${pathname}${search}`)).body.value).toEqual([{ id: "b" }]);
  });

  it("a second server on the folder of a running one is refused", async () => {
    await using first = await aGraph({ dir });
    expect(first.port).toBeGreaterThan(0);
    await expect(startGraph({ dir, port: 0, contracts: [] })).rejects.toThrow("another server may be using it");
  });
});

describe("kill -9 under load", () => {
  it("loses no write that was answered", async () => {
    const { child, endpoint } = await startChild();
    const answered = await writeUntilKilled(endpoint, child);
    await using graph = await startGraph({ dir, port: 0, contracts: [] });
    const left = new Set(graph.control.objects(tenantId, paths.groups).map((each) => each["displayName"]));
    expect(answered.length).toBeGreaterThanOrEqual(100);
    expect(answered.filter((name) => !left.has(name))).toEqual([]);
  });
});

async function startChild(): Promise<{ child: ChildProcess; endpoint: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "child-server.ts"), dir]);
  const [line] = (await once(child.stdout, "data")) as [Buffer]; // a piped stdout gives buffers
  return { child, endpoint: line.toString().trim() };
}

/** Creates groups from four sides until the server dies, which it does in the middle of it. */
async function writeUntilKilled(endpoint: string, child: ChildProcess): Promise<string[]> {
  const answered: string[] = [];
  const dead = once(child, "exit");
  const writeFrom = async (side: number) => {
    for (let index = 0; ; index++) {
      const displayName = `${side}-${index}`;
      const headers = { authorization, "content-type": "application/json" };
      const body = JSON.stringify({ displayName });
      const { status } = await fetch(`${endpoint}/v1.0/groups`, { method: "POST", headers, body });
      if (status === 201) answered.push(displayName);
      if (answered.length === 100) child.kill("SIGKILL");
    }
  };
  await Promise.allSettled([0, 1, 2, 3].map(writeFrom));
  await dead;
  return answered;
}
