import { describe, expect, it } from "vitest";
import { aGraph, paths, type TestGraph, tenantId } from "./a-graph.ts";

type Inner = { readonly id: string; readonly method?: string; readonly url: string; readonly [name: string]: unknown };

async function sendBatch(graph: TestGraph, requests: readonly Inner[], version = "beta") {
  const whole = requests.map((each) => ({ method: "GET", ...each }));
  const { status, body } = await graph.send("POST", `/${version}/$batch`, { requests: whole });
  const byId = new Map((body.responses ?? []).map((each) => [each.id, each]));
  return { status, body, response: (id: string) => byId.get(id) };
}

describe("a batch", () => {
  it.each(["beta", "v1.0"])("carries out requests of its version %s, answered in any order", async (version) => {
    await using graph = await aGraph();
    graph.control.putObjects(tenantId, paths.groups, [{ id: "one" }]);
    const { status, body, response } = await sendBatch(
      graph,
      [
        { id: "a", url: "/groups/one" },
        { id: "b", url: "/groups/two" },
        { id: "c", url: `${paths.access}?$select=id` },
      ],
      version,
    );
    expect(status).toBe(200);
    expect(["a", "b", "c"].map((id) => response(id)?.status)).toEqual([200, 404, 200]);
    expect(response("a")?.body).toMatchObject({ id: "one" });
    expect(response("a")?.headers).toMatchObject({
      "Content-Type": "application/json",
      "request-id": expect.any(String),
    });
    expect(body.responses.map(({ id }) => id)).not.toEqual(["a", "b", "c"]);
  });

  it("gives links to further pages that work outside it", async () => {
    await using graph = await aGraph();
    graph.control.putObjects(
      tenantId,
      paths.catalog,
      Array.from({ length: 26 }, (_, index) => ({ id: `p${index}` })),
    );
    const { response } = await sendBatch(graph, [{ id: "a", url: paths.catalog }]);
    const next = await graph.get(response("a")?.body["@odata.nextLink"] ?? "");
    expect(next.body.value).toMatchObject([{ id: "p25" }]);
  });

  it("throttles each request on its own, with a Retry-After of its own", async () => {
    await using graph = await aGraph();
    graph.control.throttle({ match: "GET /beta/groups", times: 1, retryAfter: "2.128" });
    const { status, response } = await sendBatch(graph, [
      { id: "a", url: "/groups" },
      { id: "b", url: "/groups" },
    ]);
    expect([status, response("a")?.status, response("b")?.status]).toEqual([200, 429, 200]);
    expect(response("a")?.headers["Retry-After"]).toBe("2.128");
  });

  it("writes, and does not carry out what depends on a failure", async () => {
    await using graph = await aGraph();
    const headers = { "Content-Type": "application/json" };
    const { response } = await sendBatch(graph, [
      { id: "a", method: "POST", url: "/groups", headers, body: { displayName: "New" } },
      { id: "b", url: "/groups/none" },
      { id: "c", method: "DELETE", url: "/groups/none", dependsOn: ["b"] },
    ]);
    expect([response("a")?.status, response("b")?.status, response("c")?.status]).toEqual([201, 404, 424]);
    expect(graph.control.objects(tenantId, paths.groups)).toMatchObject([{ displayName: "New" }]);
  });

  it.each([
    ["of more than 20", Array.from({ length: 21 }, (_, index) => ({ id: String(index), url: "/groups" }))],
    ["with one id twice", ["a", "a"].map((id) => ({ id, url: "/groups" }))],
    ["with a body of no type", [{ id: "a", method: "POST", url: "/groups", body: {} }]],
  ])("a batch %s is refused as a whole", async (_, requests) => {
    await using graph = await aGraph();
    expect((await sendBatch(graph, requests)).status).toBe(400);
  });

  it("may not stand in a batch", async () => {
    await using graph = await aGraph();
    const inner = { id: "a", method: "POST", url: "/$batch", headers: { "Content-Type": "application/json" } };
    const { response } = await sendBatch(graph, [{ ...inner, body: { requests: [] } }]);
    expect(response("a")?.status).toBe(400);
  });
});
