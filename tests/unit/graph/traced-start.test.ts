import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { makeGroupUsage } from "../../../src/adapters/graph/group-usage.ts";
import { makeLimiter } from "../../../src/adapters/graph/make-limiter.ts";
import { makeReader } from "../../../src/adapters/graph/make-reader.ts";
import { makeTracedStart } from "../../../src/adapters/graph/traced-start.ts";
import { noTelemetry } from "../../../src/domain/telemetry/telemetry.ts";
import { aHurryingClock } from "../../builders/a-clock.ts";
import { runId, tenantId } from "../../builders/a-run.ts";
import { aTelemetry } from "../../builders/a-telemetry.ts";
import { anAnswer, aSend, manyAtOnce, oneAtOnce, versionUrl } from "./a-graph.ts";

const never = new AbortController().signal;
const facts = { tenantId, runId, group: "intune" };

function aTracedReader(send: ReturnType<typeof aSend>["send"], limits = manyAtOnce) {
  const told = aTelemetry();
  const clock = aHurryingClock();
  const limiter = makeLimiter(limits, clock);
  const traced = makeTracedStart(told.telemetry, facts);
  const prepare = async () => undefined;
  const given = { send, prepare, limiter, use: makeGroupUsage(), limits, clock, versionUrl, headers: {}, traced };
  const reader = makeReader(given);
  return { ...told, reader, get: (path: string) => reader.get(`${versionUrl}${path}`, "relation", never) };
}

async function routeOf(path: string): Promise<unknown> {
  const { get, spans } = aTracedReader(aSend(() => ({ status: 200 })).send);
  await get(path);
  return spans[0]?.facts.route;
}

describe("a request to Graph", () => {
  it("is one span, with whom it is for and how it was answered", async () => {
    const { get, spans, measured } = aTracedReader(aSend(() => ({ status: 404 })).send);
    await get("/deviceManagement/configurationPolicies/5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a001?$expand=x");
    const route = "/beta/deviceManagement/configurationPolicies/{id}";
    const known = { ...facts, method: "GET", route, requests: 1, throttled: 0, status: 404 };
    expect(spans).toEqual([{ name: `graph GET ${route}`, kind: "client", facts: known }]);
    expect(measured).toEqual([]);
  });

  it.each([
    ["/users/olivia.owner@example.com", "/beta/users/{id}"],
    ["/users/olivia%2Eowner", "/beta/users/{id}"],
    ["/deviceManagement/windowsX('secret')/assignments", "/beta/deviceManagement/{id}/assignments"],
    ["/deviceAppManagement/mobileApps?$search=board", "/beta/deviceAppManagement/mobileApps"],
    ["/apps/T_5a0d3c1e/microsoft.graph.windowsThing/things", "/beta/apps/{id}/microsoft.graph.windowsThing/things"],
  ])("P6.10: %s is told as %s", async (path, route) => expect(await routeOf(path)).toBe(route));

  it("P3.3: keeps the name of every collection that is read", async () => {
    expect(contracts.length).toBeGreaterThan(50);
    for (const { path } of contracts) expect(await routeOf(path.replace("{id}", "a-1"))).toBe(`/beta${path}`);
  });
});

describe("a path that Graph has no route for", () => {
  const noRoute = {
    status: 400,
    body: { error: { code: "No method match route template", message: "No OData route exists that match template" } },
  };

  it("is told in its form, of a request alone and of one in a batch: the contract names a wrong one", async () => {
    const path = "/deviceAppManagement/policySets/5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a001/items";
    const withoutRoute = "/beta/deviceAppManagement/policySets/{id}/items";
    const answer = (asked: string) => (asked === path ? noRoute : { status: 200, body: {} });
    const alone = aTracedReader(aSend(answer).send);
    await alone.get(path);
    expect(alone.spans[0]?.facts).toMatchObject({ status: 400, withoutRoute });
    const batched = aTracedReader(aSend(answer).send, oneAtOnce);
    await Promise.all(["/a", path, "/c"].map(batched.get));
    expect(batched.spans[0]?.facts).toMatchObject({ route: "/$batch", withoutRoute });
  });
});

describe("a batch", () => {
  it("is one span that counts its parts, and measures those that were refused with 429", async () => {
    let asked = 0;
    const refused = { status: 429, headers: { "Retry-After": "1" } };
    const graph = aSend(() => {
      asked += 1;
      return asked <= 2 ? refused : { status: 200, body: {} };
    });
    const { get, spans, measured } = aTracedReader(graph.send, oneAtOnce);
    await Promise.all(["/a", "/b", "/c"].map(get));
    const batch = { ...facts, method: "POST", route: "/$batch", requests: 3, throttled: 2, status: 200 };
    expect(spans[0]).toEqual({ name: "graph POST /$batch", kind: "client", facts: batch });
    expect(measured).toEqual([{ "graph.throttled": 2 }]);
  });
});

describe("a question by POST", () => {
  it("is told of once for each try, and measures a refusal", async () => {
    const statuses = [429, 200];
    const { reader, spans, measured } = aTracedReader(async () => anAnswer({}, statuses.shift() ?? 500));
    await reader.ask(`${versionUrl}/directoryObjects/getByIds`, { ids: ["secret"] }, never);
    expect(spans.map(({ facts: { method, status } }) => [method, status])).toEqual([
      ["POST", 429],
      ["POST", 200],
    ]);
    expect(measured).toEqual([{ "graph.throttled": 1 }]);
    expect(JSON.stringify(spans)).not.toContain("secret");
  });
});

it("no telemetry means that nothing is asked about a request: its answers are handed through", async () => {
  const answers = [anAnswer({})];
  const urls = ["no address at all"];
  expect(await makeTracedStart(noTelemetry, facts)({ method: "GET", urls }, async () => answers)).toBe(answers);
});
