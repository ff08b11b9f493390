import { describe, expect, it } from "vitest";
import { aGraph, type Body, numbered, paths, type TestGraph, tenantId } from "./a-graph.ts";

async function readPages(graph: TestGraph, path: string): Promise<Body[]> {
  const pages: Body[] = [];
  for (let link: string | undefined = path; link; link = pages.at(-1)?.["@odata.nextLink"]) {
    pages.push((await graph.get(link)).body);
  }
  return pages;
}

function aPolicy(index: number, settings = 0): object {
  return { id: `policy-${index}`, name: `Policy ${index}`, settings: numbered(settings, (each) => ({ number: each })) };
}

describe("a list", () => {
  it("a list of settings catalog policies has 25 a page, in order and each once", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.catalog, numbered(60, aPolicy));
    const pages = await readPages(graph, paths.catalog);
    expect(pages.map((page) => page.value.length)).toEqual([25, 25, 10]);
    expect(pages.flatMap((page) => page.value.map(({ id }) => id))).toEqual(
      Array.from({ length: 60 }, (_, index) => `policy-${index}`),
    );
  });

  it("keeps the query of its first page on the same host, version and path", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.catalog, numbered(30, aPolicy));
    const { body } = await graph.get(`${paths.catalog}?$select=name`);
    const link = new URL(body["@odata.nextLink"] ?? "");
    expect(`${link.origin}${link.pathname}`).toBe(`${graph.endpoint}/beta${paths.catalog}`);
    expect((await graph.get(link.href)).body.value[0]).toEqual({ id: "policy-25", name: "Policy 25" });
  });

  it("is not longer than its server's page, whatever $top says", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.catalog, numbered(30, aPolicy));
    expect((await graph.get(`${paths.catalog}?$top=1000`)).body.value).toHaveLength(25);
    expect((await graph.get(`${paths.catalog}?$top=3`)).body.value).toHaveLength(3);
  });

  it("a list of settings has 25 a page too, while an expanded policy has all of them", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.catalog, [aPolicy(1, 60)]);
    const pages = await readPages(graph, `${paths.catalog}/policy-1/settings`);
    expect(pages.map((page) => page.value.length)).toEqual([25, 25, 10]);
    const { body } = await graph.get(`${paths.catalog}/policy-1?$expand=settings`);
    expect(body["settings"]).toHaveLength(60);
    expect(body["settingCount"]).toBe(60);
  });

  it("goes on where it was when objects before were deleted meanwhile", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.catalog, numbered(30, aPolicy));
    const { body } = await graph.get(paths.catalog);
    await graph.send("DELETE", `${paths.catalog}/policy-0`);
    expect((await graph.get(body["@odata.nextLink"] ?? "")).body.value).toHaveLength(5);
  });

  it("refuses a skip token that is not its own", async () => {
    await using graph = await aGraph();
    expect((await graph.get(`${paths.catalog}?$skiptoken=zzz`)).status).toBe(400);
  });
});
