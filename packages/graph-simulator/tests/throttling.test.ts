import { describe, expect, it } from "vitest";
import { makeLatency } from "../src/faults/make-latency.ts";
import { aGraph, otherTenantId, paths, type TestGraph } from "./a-graph.ts";

async function statuses(graph: TestGraph, path: string, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < count; index++) found.push((await graph.get(path)).status);
  return found;
}

describe("a throttle", () => {
  it("refuses the requests it matches, as often as it says", async () => {
    await using graph = await aGraph();
    graph.control.throttle({ match: "configurationPolicies\\?\\$top=1$", times: 2, retryAfter: "7" });
    expect((await graph.get(paths.groups)).status).toBe(200);
    const { status, headers, body } = await graph.get(`${paths.catalog}?%24top=1`);
    expect([status, headers.get("retry-after"), body.error.code]).toEqual([429, "7", "TooManyRequests"]);
    expect(await statuses(graph, `${paths.catalog}?$top=1`, 2)).toEqual([429, 200]);
  });

  it("may give no Retry-After, and another status", async () => {
    await using graph = await aGraph();
    graph.control.throttle({ match: "groups", times: 1, retryAfter: null, status: 503 });
    const { status, headers } = await graph.get(paths.groups);
    expect([status, headers.get("retry-after")]).toEqual([503, null]);
  });

  it("ends when it is cleared", async () => {
    await using graph = await aGraph();
    graph.control.throttle({ match: ".", times: Number.POSITIVE_INFINITY });
    expect(await statuses(graph, paths.groups, 2)).toEqual([429, 429]);
    graph.control.clearThrottles();
    expect(await statuses(graph, paths.groups, 1)).toEqual([200]);
  });
});

describe("the documented limits", () => {
  it("the documented limits are off until they are turned on", async () => {
    await using graph = await aGraph({ nowMs: () => 0 });
    expect(await statuses(graph, paths.access, 3)).toEqual([200, 200, 200]);
  });

  it("the documented limits let conditional access answer once a second for a tenant, without a Retry-After", async () => {
    let now = 0;
    await using graph = await aGraph({ nowMs: () => now });
    graph.control.setLimits("documented");
    expect(await statuses(graph, paths.access, 1)).toEqual([200]);
    const { status, headers } = await graph.get(paths.locations);
    expect([status, headers.get("retry-after")]).toEqual([429, null]);
    const other = await graph.get(paths.locations, { authorization: `Bearer tenant:${otherTenantId}` });
    expect(other.status).toBe(200);
    now = 1001;
    expect(await statuses(graph, paths.locations, 1)).toEqual([200]);
  });

  it("the documented limits let Intune take 100 writes in 20 seconds for a service group, and reads beside them", async () => {
    await using graph = await aGraph({ nowMs: () => 0 });
    graph.control.setLimits("documented");
    const write = () => graph.send("POST", paths.catalog, { name: "x" });
    const answers = [];
    for (let index = 0; index < 101; index++) answers.push((await write()).status);
    expect(answers.filter((status) => status === 201)).toHaveLength(100);
    expect((await write()).headers.get("retry-after")).toBe("20");
    expect(await statuses(graph, paths.catalog, 1)).toEqual([200]);
    expect((await graph.send("POST", paths.scopeTags, { displayName: "x" })).status).toBe(201);
  });
});

describe("latency", () => {
  it("is waited for once by a request and twice by a batch", async () => {
    await using graph = await aGraph({ latencyMs: 40 });
    const timed = async (work: () => Promise<unknown>) => {
      const start = performance.now();
      await work();
      return performance.now() - start;
    };
    const requests = [1, 2, 3].map((id) => ({ id: String(id), method: "GET", url: "/groups" }));
    expect(await timed(() => graph.get(paths.groups))).toBeGreaterThanOrEqual(39);
    expect(await timed(() => graph.send("POST", "/$batch", { requests }))).toBeGreaterThanOrEqual(79);
  });

  it("latency that gets shorter lets go at once what waits", async () => {
    const latency = makeLatency(3_600_000);
    const waits = Array.from({ length: 20 }, () => latency.wait(2, 0));
    latency.set(0);
    await Promise.all(waits);
  });
});
