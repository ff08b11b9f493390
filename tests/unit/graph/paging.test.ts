import { describe, expect, it } from "vitest";
import { type GroupLimits, maxPages } from "../../../src/adapters/graph/graph-limits.ts";
import { makeGroupUsage } from "../../../src/adapters/graph/group-usage.ts";
import { makeLimiter } from "../../../src/adapters/graph/make-limiter.ts";
import { makeReader, type Reader } from "../../../src/adapters/graph/make-reader.ts";
import { readAll, readPages } from "../../../src/adapters/graph/paging.ts";
import type { GraphRequest, Send } from "../../../src/adapters/graph/send.ts";
import { aHurryingClock } from "../../builders/a-clock.ts";
import { anAnswer, aSend, manyAtOnce, oneAtOnce, versionUrl } from "./a-graph.ts";

const first = `${versionUrl}/deviceManagement/configurationPolicies`;
const second = `${first}?$skiptoken=2`;
const never = new AbortController().signal;

type Pages = Readonly<Record<string, { status?: number; body: unknown }>>;

function aWalk(pages: Pages) {
  const requests: GraphRequest[] = [];
  const send: Send = async (request) => {
    requests.push(request);
    const page = pages[request.url] ?? { status: 404, body: {} };
    return anAnswer(page.body, page.status ?? 200);
  };
  const reader = aReaderOf(send, manyAtOnce);
  return { requests, walk: { reader, url: first, kind: "listing", target: "settingsCatalog", signal: never } as const };
}

function aReaderOf(send: Send, limits: GroupLimits): Reader {
  const clock = aHurryingClock();
  const prepare = async () => undefined;
  const limiter = makeLimiter(limits, clock);
  return makeReader({ send, prepare, limiter, use: makeGroupUsage(), limits, clock, versionUrl, headers: {} });
}

const page = (ids: readonly string[], nextLink?: string) => ({
  body: { value: ids.map((id) => ({ id })), ...(nextLink === undefined ? {} : { "@odata.nextLink": nextLink }) },
});

describe("a walk of pages", () => {
  it("follows Graph's whole link to the end (pitfall 3)", async () => {
    const { walk } = aWalk({ [first]: page(["1"], second), [second]: page(["2"]) });
    expect(await readAll(walk)).toEqual([{ id: "1" }, { id: "2" }]);
  });

  it("keeps an object that is on two pages once, and objects without an id all", async () => {
    const { walk } = aWalk({
      [first]: page(["1", "2"], second),
      [second]: { body: { value: [{ id: "2" }, { name: "a" }, { name: "a" }] } },
    });
    expect(await readAll(walk)).toEqual([{ id: "1" }, { id: "2" }, { name: "a" }, { name: "a" }]);
  });

  it("a walk of pages whose second page fails is a Fault, not a short list (pitfall 1)", async () => {
    const { walk } = aWalk({ [first]: page(["1"], second), [second]: { status: 403, body: {} } });
    await expect(readAll(walk)).rejects.toMatchObject({ code: "graph_forbidden", target: "settingsCatalog" });
  });

  it("a walk of pages whose second page has no value is a Fault (pitfall 1)", async () => {
    for (const body of [{}, { value: null }, { value: ["text"] }, undefined, "text"]) {
      const { walk } = aWalk({ [first]: page(["1"], second), [second]: { body } });
      await expect(readAll(walk)).rejects.toMatchObject({ code: "graph_bad_response" });
    }
  });

  it("a walk of pages that comes to a page again is a Fault", async () => {
    const { walk } = aWalk({ [first]: page(["1"], second), [second]: page(["2"], first) });
    await expect(readAll(walk)).rejects.toMatchObject({ code: "graph_page_loop" });
  });

  it("a walk of pages that comes to pages A, B, A, B under ever new links is a Fault, and is not walked for thousands of pages", async () => {
    let pages = 0;
    const reader = {
      get: async () => {
        pages += 1;
        return anAnswer({ value: [{ id: String(pages % 2) }], "@odata.nextLink": `${first}?$skiptoken=${pages}` });
      },
    };
    // Only what walking calls stands in for the reader.
    const walk = { ...aWalk({}).walk, reader: reader as unknown as Reader };
    await expect(readAll(walk)).rejects.toMatchObject({ code: "graph_page_loop" });
    expect(pages).toBe(3);
  });

  it("a walk of pages whose items have no id is no loop when two pages are alike", async () => {
    const alike = (link?: string) => ({ body: { ...page([], link).body, value: [{ id: null, intent: "apply" }] } });
    const { walk } = aWalk({ [first]: alike(second), [second]: alike() });
    expect(await readAll(walk)).toHaveLength(2);
  });

  it("keeps items all whose id is null, and is a Fault when two that differ have one id", async () => {
    const items = [1, 2, 3].map((priority) => ({ id: null, priority }));
    expect(await readAll(aWalk({ [first]: { body: { value: items } } }).walk)).toEqual(items);
    const twins = [
      { id: "1", a: 1 },
      { id: "1", a: 2 },
    ];
    const reading = readAll(aWalk({ [first]: { body: { value: twins } } }).walk);
    await expect(reading).rejects.toMatchObject({ code: "graph_bad_response" });
  });

  it("a walk of pages that gets the same page under another link is a Fault", async () => {
    const { walk } = aWalk({ [first]: page(["1"], second), [second]: page(["1"], `${first}?$skiptoken=3`) });
    await expect(readAll(walk)).rejects.toMatchObject({ code: "graph_page_loop" });
  });

  it("a walk of pages without end is given up", async () => {
    let pages = 0;
    const reader = {
      get: async () => {
        pages += 1;
        return anAnswer({ value: [{ id: String(pages) }], "@odata.nextLink": `${first}?$skiptoken=${pages}` });
      },
    };
    // Only what walking calls stands in for the reader.
    const walk = { ...aWalk({}).walk, reader: reader as unknown as Reader };
    await expect(readAll(walk)).rejects.toMatchObject({ code: "graph_page_loop" });
    expect(pages).toBe(maxPages);
  });

  it("goes on in the next batch when a page was a part of one (pitfall 3)", async () => {
    const lists = ["a", "b", "c"].map((id) => `${first}/${id}/settings`);
    const bodies = new Map(
      lists.flatMap((url) => [
        [url, { value: [{ id: "1" }], "@odata.nextLink": `${url}?$skiptoken=2` }],
        [`${url}?$skiptoken=2`, { value: [{ id: "2" }] }],
      ]),
    );
    const graph = aSend((path) => ({ status: 200, body: bodies.get(`${versionUrl}${path}`) }));
    const reader = aReaderOf(graph.send, oneAtOnce);
    const read = (url: string) =>
      readAll({ reader, url, kind: "relation", target: "settingsCatalog/a", signal: never });
    expect(await Promise.all(lists.map(read))).toEqual(lists.map(() => [{ id: "1" }, { id: "2" }]));
    expect(graph.requests.map(({ method }) => method)).toEqual(["POST", "POST"]);
  });

  it("gives the pages before the one that fails, and then fails", async () => {
    const { walk } = aWalk({ [first]: page(["1"], second), [second]: { status: 400, body: {} } });
    const seen: unknown[] = [];
    const walking = async (): Promise<void> => {
      for await (const items of readPages(walk)) seen.push(...items);
    };
    await expect(walking()).rejects.toMatchObject({ code: "graph_refused" });
    expect(seen).toEqual([{ id: "1" }]);
  });
});

describe("a page link", () => {
  const foreign: readonly [string, string][] = [
    ["to another host", "https://evil.example/beta/deviceManagement/configurationPolicies?$skiptoken=2"],
    [
      "to a host that only begins like ours",
      "https://graph.microsoft.com.evil.example/beta/deviceManagement/configurationPolicies",
    ],
    ["with ours as user name", "https://graph.microsoft.com@evil.example/beta/deviceManagement/configurationPolicies"],
    ["over plain http", "http://graph.microsoft.com/beta/deviceManagement/configurationPolicies?$skiptoken=2"],
    ["to another port", "https://graph.microsoft.com:8443/beta/deviceManagement/configurationPolicies"],
    ["to another version", "https://graph.microsoft.com/v1.0/deviceManagement/configurationPolicies?$skiptoken=2"],
    ["to another collection", "https://graph.microsoft.com/beta/deviceManagement/deviceConfigurations?$skiptoken=2"],
    ["out of the collection by dots", "https://graph.microsoft.com/beta/deviceManagement/configurationPolicies/../x"],
    ["without a host", "/beta/deviceManagement/configurationPolicies?$skiptoken=2"],
    ["that is empty", ""],
    ["that cannot be decoded", "https://graph.microsoft.com/beta/deviceManagement/configurationPolicies%zz"],
  ];

  it.each(foreign)("a page link %s is not followed, and the token not sent (pitfall 13)", async (_title, link) => {
    const { walk, requests } = aWalk({ [first]: page(["1"], link) });
    await expect(readAll(walk)).rejects.toMatchObject({ code: "graph_foreign_link" });
    expect(requests.map(({ url }) => url)).toEqual([first]);
  });

  it("a page link that writes the collection in other case is followed, as Graph does", async () => {
    const other = "https://graph.microsoft.com/beta/devicemanagement/ConfigurationPolicies?$skiptoken=2";
    const { walk } = aWalk({ [first]: page(["1"], other), [other]: page(["2"]) });
    expect(await readAll(walk)).toHaveLength(2);
  });
});
