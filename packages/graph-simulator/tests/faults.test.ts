import { describe, expect, it } from "vitest";
import { aGraph, authorization, paths, type TestGraph, tenantId } from "./a-graph.ts";

async function aFaultyGraph(): Promise<TestGraph> {
  const graph = await aGraph();
  const objects = Array.from({ length: 60 }, (_, index) => ({ id: `p${index}`, name: "Old" }));
  graph.control.putObjects(tenantId, paths.catalog, objects);
  return graph;
}

describe("a fault", () => {
  it("a fault of a status answers it as often as it says", async () => {
    await using graph = await aFaultyGraph();
    graph.control.setFaults([{ match: "configurationPolicies", kind: "status", status: 504, times: 1 }]);
    expect((await graph.get(paths.catalog)).status).toBe(504);
    expect((await graph.get(paths.catalog)).status).toBe(200);
  });

  it("a fault that drops before loses the write, one that drops after only the answer", async () => {
    await using graph = await aFaultyGraph();
    const rename = (name: string) => graph.send("PATCH", `${paths.catalog}/p0`, { name });
    const name = () => graph.control.objects(tenantId, paths.catalog)[0]?.["name"];
    graph.control.setFaults([{ match: "^PATCH", kind: "drop_before", times: 1 }]);
    await expect(rename("Lost")).rejects.toThrow("fetch failed");
    expect(name()).toBe("Old");
    graph.control.setFaults([{ match: "^PATCH", kind: "drop_after", times: 1 }]);
    await expect(rename("Written")).rejects.toThrow("fetch failed");
    expect(name()).toBe("Written");
  });

  it("a fault inside a batch drops the whole batch", async () => {
    await using graph = await aFaultyGraph();
    graph.control.setFaults([{ match: "/p1$", kind: "drop_before", times: 1 }]);
    const requests = ["p0", "p1"].map((id) => ({ id, method: "GET", url: `${paths.catalog}/${id}` }));
    await expect(graph.send("POST", "/$batch", { requests })).rejects.toThrow("fetch failed");
    expect((await graph.send("POST", "/$batch", { requests })).status).toBe(200);
  });

  it("a fault that repeats a page gives its items again under another link, and then goes on", async () => {
    await using graph = await aFaultyGraph();
    graph.control.setFaults([{ match: "configurationPolicies", kind: "repeat_page", times: 1 }]);
    const first = await graph.get(paths.catalog);
    const again = await graph.get(first.body["@odata.nextLink"] ?? "");
    expect(again.body.value).toEqual(first.body.value);
    expect(again.body["@odata.nextLink"]).not.toBe(first.body["@odata.nextLink"]);
    const next = await graph.get(again.body["@odata.nextLink"] ?? "");
    expect(next.body.value[0]).toMatchObject({ id: "p25" });
  });

  it("a fault of a cyclic link leads back to the page itself", async () => {
    await using graph = await aFaultyGraph();
    graph.control.setFaults([{ match: "configurationPolicies", kind: "cyclic_next_link", times: 1 }]);
    const { body } = await graph.get(`${paths.catalog}?$top=5`);
    expect(body["@odata.nextLink"]).toBe(`${graph.endpoint}/beta${paths.catalog}?$top=5`);
  });

  it("a fault of a foreign link leads to another host", async () => {
    await using graph = await aFaultyGraph();
    graph.control.setFaults([{ match: "configurationPolicies", kind: "foreign_next_link", times: 1 }]);
    const { body } = await graph.get(paths.catalog);
    expect(new URL(body["@odata.nextLink"] ?? "").host).toBe("graph.invalid");
  });

  it("a fault of a truncated body answers half a text with 200", async () => {
    await using graph = await aFaultyGraph();
    graph.control.setFaults([{ match: "configurationPolicies", kind: "truncated_body", times: 1 }]);
    const response = await fetch(`${graph.endpoint}/beta${paths.catalog}`, { headers: { authorization } });
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  it("a fault of a stale page shows objects as they were before their last write", async () => {
    await using graph = await aFaultyGraph();
    await graph.send("PATCH", `${paths.catalog}/p0`, { name: "New" });
    graph.control.setFaults([{ match: "configurationPolicies", kind: "stale_page", times: 1 }]);
    expect((await graph.get(`${paths.catalog}?$top=1`)).body.value[0]).toMatchObject({ name: "Old" });
    expect((await graph.get(`${paths.catalog}?$top=1`)).body.value[0]).toMatchObject({ name: "New" });
  });
});
