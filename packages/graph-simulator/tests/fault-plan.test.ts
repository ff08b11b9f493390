import { describe, expect, it } from "vitest";
import { waitOf } from "../src/faults/chance.ts";
import { aGraph, numbered, paths, type TestGraph, tenantId } from "./a-graph.ts";

async function statuses(graph: TestGraph, path: string, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < count; index++) found.push((await graph.get(path)).status);
  return found;
}

async function pageSizes(graph: TestGraph, path: string): Promise<number[]> {
  const sizes: number[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const { body } = await graph.get(next);
    sizes.push(body.value.length);
    next = body["@odata.nextLink"];
  }
  return sizes;
}

const flaky = (seed: number) => ({
  seed,
  faults: [{ match: "groups", kind: "status" as const, probability: 0.4 }],
});

describe("a fault plan", () => {
  it("a fault plan with a seed gives the same chances again, and another seed gives others", async () => {
    await using graph = await aGraph();
    const run = async (seed: number) => {
      graph.control.setFaults(flaky(seed));
      return (await statuses(graph, paths.groups, 40)).join();
    };
    const first = await run(7);
    expect(await run(7)).toBe(first);
    expect(await run(8)).not.toBe(first);
    expect(first).toContain("200");
    expect(first).toContain("503");
  });

  it("gives each request its own chances, whatever comes between", async () => {
    await using graph = await aGraph();
    graph.control.setFaults(flaky(7));
    const alone = await statuses(graph, paths.groups, 10);
    graph.control.setFaults(flaky(7));
    const mixed: number[] = [];
    for (let index = 0; index < 10; index++) {
      await graph.get(`${paths.groups}/other`);
      mixed.push((await graph.get(paths.groups)).status);
    }
    expect(mixed).toEqual(alone);
  });

  it("lets requests wait", async () => {
    await using graph = await aGraph();
    graph.control.setFaults({ latency: [{ match: "groups", distribution: { kind: "constant", ms: 60 } }] });
    const start = performance.now();
    await graph.get(paths.groups);
    expect(performance.now() - start).toBeGreaterThanOrEqual(59);
  });

  it("sets limits of service groups, with fractions in Retry-After", async () => {
    await using graph = await aGraph({ nowMs: () => 0 });
    const limits = { deviceConfigurationV2: { requests: 2, windowMs: 1500, retryAfter: "fractional" as const } };
    graph.control.setFaults({ limits });
    expect(await statuses(graph, paths.catalog, 2)).toEqual([200, 200]);
    const { status, headers } = await graph.get(paths.catalog);
    expect([status, headers.get("retry-after")]).toEqual([429, "1.500"]);
    expect(await statuses(graph, paths.scopeTags, 3)).toEqual([200, 200, 200]);
  });

  it("refuses the same request so often at most, and each request on its own", async () => {
    await using graph = await aGraph();
    graph.control.setFaults([{ match: "^GET ", kind: "status", status: 429, timesEach: 2, retryAfter: "2.5" }]);
    expect(await statuses(graph, paths.groups, 3)).toEqual([429, 429, 200]);
    const { status, headers, body } = await graph.get(paths.scopeTags);
    expect([status, headers.get("retry-after"), body.error.code]).toEqual([429, "2.5", "TooManyRequests"]);
  });

  it("gives pages of lists and of children sizes between its bounds, and every object stands on one of them", async () => {
    await using graph = await aGraph();
    const settings = numbered(40, (index) => ({ id: `${index}` }));
    graph.control.putObjects(tenantId, paths.catalog, [{ id: "p", settings }, ...numbered(40, () => ({}))]);
    graph.control.setFaults({ pageItems: { from: 2, to: 5 } });
    for (const [path, count] of [
      [paths.catalog, 41],
      [`${paths.catalog}/p/settings`, 40],
    ] as const) {
      const sizes = await pageSizes(graph, path);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
      expect(new Set(sizes.slice(0, -1))).toEqual(new Set([2, 3, 4, 5]));
    }
  });

  it.each([
    ["a kind that does not exist", { faults: [{ match: ".", kind: "explode", times: 1 }] }],
    ["a property that does not exist", { sed: 1 }],
    ["a service group that does not exist", { limits: { nothing: { requests: 1, windowMs: 1 } } }],
  ])("is refused for %s", async (_what, plan) => {
    await using graph = await aGraph();
    // What a JSON file may hold.
    expect(() => graph.control.setFaults(plan as never)).toThrow();
  });
});

describe("a distribution of waiting times", () => {
  const quantile = (distribution: Parameters<typeof waitOf>[0], at: number) => {
    const waits = Array.from({ length: 4000 }, (_, index) => waitOf(distribution, 1, String(index)));
    return waits.toSorted((a, b) => a - b)[Math.floor(at * waits.length)] ?? Number.NaN;
  };

  it("a uniform distribution of waiting times stays between its bounds", () => {
    const uniform = { kind: "uniform", fromMs: 10, toMs: 20 } as const;
    expect(quantile(uniform, 0)).toBeGreaterThanOrEqual(10);
    expect(quantile(uniform, 0.9999)).toBeLessThan(20);
    expect(quantile(uniform, 0.5)).toBeCloseTo(15, 0);
  });

  it("a lognormal distribution of waiting times has the median and the 95th percentile it names", () => {
    const lognormal = { kind: "lognormal", medianMs: 100, p95Ms: 400 } as const;
    expect(Math.abs(quantile(lognormal, 0.5) - 100)).toBeLessThan(8);
    expect(Math.abs(quantile(lognormal, 0.95) - 400)).toBeLessThan(50);
  });
});
