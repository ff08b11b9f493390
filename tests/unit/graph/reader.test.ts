import { describe, expect, it } from "vitest";
import type { GroupLimits } from "../../../src/adapters/graph/graph-limits.ts";
import { type GroupUsageOptions, makeGroupUsage } from "../../../src/adapters/graph/group-usage.ts";
import { makeLimiter } from "../../../src/adapters/graph/make-limiter.ts";
import { makeReader } from "../../../src/adapters/graph/make-reader.ts";
import type { Send } from "../../../src/adapters/graph/send.ts";
import { isoTime } from "../../../src/domain/clock/clock.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { nothingSpent } from "../../../src/domain/graph/graph-client.ts";
import { aClock, settle, startOfTime } from "../../builders/a-clock.ts";
import { anAnswer, aSend, manyAtOnce, oneAtOnce, versionUrl } from "./a-graph.ts";

const never = new AbortController().signal;
const ok = { status: 200, body: { value: [] } };

function aReader(send: Send, limits: GroupLimits = oneAtOnce, given: GroupUsageOptions = {}) {
  const clock = aClock();
  const headers = { accept: "application/json" };
  const limiter = makeLimiter(limits, clock);
  const use = makeGroupUsage(given);
  const prepare = async () => undefined;
  const reader = makeReader({ send, prepare, limiter, use, limits, clock, versionUrl, headers });
  const read = (path: string, signal = never) => reader.get(`${versionUrl}${path}`, "relation", signal);
  return { reader, clock, read, use, limiter };
}

const paths = (count: number): string[] => Array.from({ length: count }, (_, position) => `/items/${position}`);

describe("reads", () => {
  it("reads are left alone while there is a slot for each", async () => {
    const graph = aSend(() => ok);
    const { read } = aReader(graph.send, manyAtOnce);
    await Promise.all(paths(5).map((path) => read(path)));
    expect(graph.requests.map(({ method }) => method)).toEqual(["GET", "GET", "GET", "GET", "GET"]);
  });

  it("reads share batches of at most 20 when there are more of them than slots", async () => {
    const graph = aSend((path) => ({ status: 200, body: { path } }));
    const { read, use } = aReader(graph.send);
    const answers = await Promise.all(paths(45).map((path) => read(path)));
    expect(answers.map(({ body }) => body)).toEqual(paths(45).map((path) => ({ path })));
    const sizes = graph.requests.map(({ body }) => JSON.parse(body ?? "{}").requests?.length);
    expect(sizes).toEqual([20, 20, 5]);
    expect(use.requests()).toBe(45);
  });

  it("reads are asked for one by one when they are too large together, and one that is too large alone costs itself", async () => {
    const send: Send = async ({ method, url }) => {
      const isTooLarge = method === "POST" || url.endsWith("/items/1");
      return isTooLarge ? anAnswer(undefined, 413) : anAnswer({ url });
    };
    const { read } = aReader(send);
    const answers = await Promise.all(paths(5).map((path) => read(path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 413, 200, 200, 200]);
  });

  it("reads are never batched where the service group does not allow it", async () => {
    const graph = aSend(() => ok);
    const { read } = aReader(graph.send, { ...oneAtOnce, mayBatch: false });
    await Promise.all(paths(3).map((path) => read(path)));
    expect(graph.requests.map(({ method }) => method)).toEqual(["GET", "GET", "GET"]);
  });

  it("reads of listings go before the others, and alone", async () => {
    const graph = aSend(() => ok);
    const { reader, read } = aReader(graph.send);
    const parts = paths(3).map((path) => read(path));
    await Promise.all([...parts, reader.get(`${versionUrl}/list`, "listing", never)]);
    expect(graph.paths).toEqual(["/list", ...paths(3)]);
    expect(graph.requests[0]?.method).toBe("GET");
  });
});

describe("a part of a batch", () => {
  it("a part of a batch that is throttled is asked for again after its own delay, and the others are not (pitfall 4)", async () => {
    let isThrottled = true;
    const graph = aSend((path) => {
      if (path !== "/items/1" || !isThrottled) return { status: 200, body: { path } };
      return { status: 429, headers: { "retry-after": "7" } };
    });
    const { read, clock } = aReader(graph.send);
    const reads = Promise.all(paths(3).map((path) => read(path)));
    await clock.advance(6_999);
    expect(graph.paths).toEqual(paths(3));
    isThrottled = false;
    await clock.advance(1);
    expect((await reads)[1]).toMatchObject({ status: 200, body: { path: "/items/1" } });
    expect(graph.paths).toEqual([...paths(3), "/items/1"]);
  });

  it("may ask for a fraction of a second (pitfall 5)", async () => {
    let times = 0;
    const graph = aSend((path) => {
      if (path !== "/items/0") return ok;
      times += 1;
      return times === 1 ? { status: 429, headers: { "Retry-After": "0.25" } } : ok;
    });
    const { read, clock } = aReader(graph.send);
    const reads = Promise.all(paths(2).map((path) => read(path)));
    await settle();
    expect(clock.pauses).toContain(250);
    await clock.advance(250);
    expect((await reads).map(({ status }) => status)).toEqual([200, 200]);
  });

  it("a part of a batch that is refused comes back as refused, not as nothing (pitfall 2)", async () => {
    const body = { error: { code: "Forbidden", message: "no" } };
    const graph = aSend((path) => (path === "/items/2" ? { status: 403, body } : ok));
    const { read } = aReader(graph.send);
    const answers = await Promise.all(paths(3).map((path) => read(path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403]);
    expect(answers[2]?.body).toEqual(body);
  });

  it("a part of a batch that Graph left out is asked for again (pitfall 2)", async () => {
    let isLeftOut = true;
    const graph = aSend((path) => {
      if (path !== "/items/1" || !isLeftOut) return ok;
      isLeftOut = false;
      return undefined;
    });
    const { read, clock } = aReader(graph.send);
    const reads = Promise.all(paths(3).map((path) => read(path)));
    await clock.advance(60_000);
    expect((await reads).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(graph.paths.filter((path) => path === "/items/1")).toHaveLength(2);
  });

  it("a part of a batch that stays throttled is given up after eight tries, as throttled", async () => {
    const graph = aSend(() => ({ status: 429, headers: { "Retry-After": 1 } }));
    const { read, clock } = aReader(graph.send);
    const answer = read("/items/0");
    await clock.advance(60 * 60_000);
    expect(await answer).toMatchObject({ status: 429 });
    expect(graph.paths).toHaveLength(8);
  });

  it("a part of a batch whose body is a page of text has no body", async () => {
    const graph = aSend(() => ({ status: 200, body: "PGh0bWw+" }));
    const { read } = aReader(graph.send);
    const [first] = await Promise.all(paths(2).map((path) => read(path)));
    expect(first).toMatchObject({ status: 200, body: undefined });
  });
});

describe("a batch", () => {
  it("addresses a page link by its path, however the link writes the host", async () => {
    const graph = aSend(() => ok);
    const { reader } = aReader(graph.send);
    const urls = ["/items/1", "/items?$skiptoken=a%2Bb"].map((path) => `https://graph.microsoft.com:443/beta${path}`);
    await Promise.all(urls.map((url) => reader.get(url, "relation", never)));
    expect(graph.paths).toEqual(["/items/1", "/items?$skiptoken=a%2Bb"]);
  });

  it("a batch that is throttled as a whole is throttled for each part", async () => {
    let times = 0;
    const graph = aSend(() => ok);
    const send: Send = async (request) => {
      times += 1;
      return times === 1 ? anAnswer(undefined, 429, 2_000) : graph.send(request);
    };
    const { read, clock } = aReader(send);
    const reads = Promise.all(paths(3).map((path) => read(path)));
    await clock.advance(2_000);
    expect((await reads).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it("a batch that is not found as a whole says nothing about its parts: none is gone or empty (pitfall 1)", async () => {
    for (const status of [204, 404]) {
      let times = 0;
      const graph = aSend(() => ok);
      const send: Send = async (request) => {
        times += 1;
        return times === 1 ? anAnswer(undefined, status) : graph.send(request);
      };
      const { read, clock } = aReader(send);
      const reads = Promise.all(paths(3).map((path) => read(path)));
      await clock.advance(60_000);
      expect((await reads).map((answer) => answer.status)).toEqual([200, 200, 200]);
    }
  });

  it("a batch with many throttled parts slows the group down once", async () => {
    let isThrottled = true;
    const graph = aSend(() => (isThrottled ? { status: 429, headers: { "Retry-After": "1" } } : ok));
    const { read, clock } = aReader(graph.send, { ...oneAtOnce, perWindow: 80 });
    const first = Promise.all(paths(20).map((path) => read(path)));
    await settle();
    isThrottled = false;
    await clock.advance(1_000);
    expect((await first).map(({ status }) => status)).toEqual(paths(20).map(() => 200));
  });

  it("a batch whose answer has no responses is asked for again", async () => {
    let times = 0;
    const graph = aSend(() => ok);
    const send: Send = async (request) => {
      times += 1;
      return times === 1 ? anAnswer({ responses: "none" }) : graph.send(request);
    };
    const { read, clock } = aReader(send);
    const reads = Promise.all(paths(3).map((path) => read(path)));
    await clock.advance(60_000);
    expect((await reads).map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe("a group that is throttled", () => {
  it("is left alone by every read until the delay is over, and says until when and how often", async () => {
    let isThrottled = true;
    const graph = aSend(() => (isThrottled ? { status: 429, headers: { "Retry-After": "30" } } : ok));
    const { read, clock, use, limiter } = aReader(graph.send);
    const from = clock.nowMs();
    const reads = Promise.all(paths(3).map((path) => read(path)));
    await settle();
    expect([limiter.heldUntilMs() - from, use.spent().throttled]).toEqual([30_000, 3]);
    isThrottled = false;
    const late = read("/items/9");
    await clock.advance(29_999);
    expect(graph.paths).toEqual(paths(3));
    await clock.advance(10_000);
    expect((await Promise.all([reads, late])).flat()).toHaveLength(4);
    expect(limiter.heldUntilMs()).toBeLessThan(clock.nowMs());
  });

  it("is held up longer each time when Graph does not say how long (pitfall 5)", async () => {
    const graph = aSend(() => ({ status: 429 }));
    const { read, clock, limiter } = aReader(graph.send);
    const holds = new Set<number>();
    const answer = read("/items/0");
    for (let second = 0; second < 300; second += 1) {
      const before = graph.paths.length;
      await clock.advance(1_000);
      if (graph.paths.length > before) holds.add(Math.round((limiter.heldUntilMs() - clock.nowMs()) / 1_000));
    }
    expect(await answer).toMatchObject({ status: 429 });
    expect([...holds]).toEqual([...holds].toSorted((a, b) => a - b));
    expect(holds.size).toBeGreaterThan(5);
  });
});

describe("the retry budget of a run", () => {
  it("gives Graph that is ill its load once more at most, not three times", async () => {
    const graph = aSend(() => ({ status: 503 }));
    const { read, clock, use } = aReader(graph.send, manyAtOnce, { share: { ...nothingSpent, groups: 12 } });
    const reads = Promise.all(paths(1_000).map((path) => read(path)));
    await clock.advance(60 * 60_000);
    expect(new Set((await reads).map(({ status }) => status))).toEqual(new Set([503]));
    // Half of 1,000, and a twelfth of what a run has in any case.
    expect([graph.paths.length, use.spent().retried]).toEqual([1_700, 700]);
  });

  it("gives a tenant up that Graph limits for longer than a quarter of an hour in all", async () => {
    const graph = aSend(() => ({ status: 429, headers: { "Retry-After": "290" } }));
    const { read, clock, use } = aReader(graph.send);
    const answer = read("/items/0");
    await clock.advance(60 * 60_000);
    expect(await answer).toMatchObject({ status: 429 });
    expect(use.spent().throttled).toBe(4);
  });

  it("a run whose retry budget is spent leaves that tenant alone with all its reads, instead of waiting out one hold after another", async () => {
    const graph = aSend(() => ({ status: 429, headers: { "Retry-After": "290" } }));
    const { read, reader, clock } = aReader(graph.send, { ...manyAtOnce, concurrency: 8, mayBatch: false });
    const reads = Promise.all(paths(300).map((path) => read(path)));
    await clock.advance(25 * 60_000);
    expect(new Set((await reads).map(({ status }) => status))).toEqual(new Set([429]));
    expect(graph.paths.length).toBeLessThanOrEqual(5 * 8);
    expect(await reader.ask(`${versionUrl}/ask`, {}, never)).toMatchObject({ status: 429 });
  });

  it("waits for no hold that is longer than any it waits for, whoever found out about it", async () => {
    const graph = aSend(() => ({ status: 429, headers: { "Retry-After": "86400" } }));
    const { read, clock, limiter, use } = aReader(graph.send, { ...manyAtOnce, concurrency: 2, mayBatch: false });
    const reads = Promise.all(paths(20).map((path) => read(path)));
    await clock.advance(60_000);
    expect(new Set((await reads).map(({ status }) => status))).toEqual(new Set([429]));
    expect(graph.paths.length).toBeLessThanOrEqual(2);
    expect(use.spent().throttled).toBe(graph.paths.length);
    // The limiter outlives the run.
    expect(await limiter.acquire(1, never, makeGroupUsage().mayWait)).toBeUndefined();
  });
});

describe("a hold that is long, but not longer than the run has time for", () => {
  const deadlineAt = isoTime(Date.parse(startOfTime) + 40 * 60_000);
  const heldFor = (seconds: number) => aSend(() => ({ status: 429, headers: { "Retry-After": String(seconds) } }));
  const heldUntil = (seconds: number) => ({ name: "GraphBackOff", untilMs: Date.parse(startOfTime) + seconds * 1_000 });

  it("sends the work away until it is over: no read waits, fails, or asks again", async () => {
    const graph = heldFor(600);
    const { read, reader, clock } = aReader(graph.send, { ...manyAtOnce, concurrency: 2 }, { deadlineAt });
    const reads = await Promise.allSettled(paths(100).map((path) => read(path)));
    for (const each of reads) expect(each).toMatchObject({ status: "rejected", reason: heldUntil(600) });
    expect(graph.requests.length).toBeLessThanOrEqual(2);
    await expect(reader.ask(`${versionUrl}/ask`, {}, never)).rejects.toMatchObject(heldUntil(600));
    expect(graph.requests.length).toBeLessThanOrEqual(2);
    expect(clock.pauses).toEqual([]);
  });

  it("is found out about by a read-only action alike", async () => {
    const { reader } = aReader(heldFor(600).send, oneAtOnce, { deadlineAt });
    await expect(reader.ask(`${versionUrl}/ask`, {}, never)).rejects.toMatchObject(heldUntil(600));
  });

  it("is a failure of what is read when half an hour would not be left afterwards", async () => {
    const { read } = aReader(heldFor(601).send, oneAtOnce, { deadlineAt });
    expect(await read("/items/0")).toMatchObject({ status: 429 });
  });

  it("does not send work away that is held up for some minutes", async () => {
    let isThrottled = true;
    const graph = aSend(() => (isThrottled ? { status: 429, headers: { "Retry-After": "300" } } : ok));
    const { read, clock } = aReader(graph.send, oneAtOnce, { deadlineAt });
    const answer = read("/items/0");
    await settle();
    isThrottled = false;
    await clock.advance(400_000);
    expect(await answer).toMatchObject({ status: 200 });
  });
});

describe("a read", () => {
  it("a read that got no answer is tried again", async () => {
    let times = 0;
    const send: Send = async () => {
      times += 1;
      if (times === 1) throw new Fault("graph_unavailable", "no answer");
      return anAnswer({});
    };
    const { read, clock } = aReader(send);
    const answer = read("/items/0");
    await clock.advance(60_000);
    expect(await answer).toMatchObject({ status: 200 });
  });

  it("a read whose failure does not pass by waiting is not tried again", async () => {
    let times = 0;
    const send: Send = async () => {
      times += 1;
      throw new Fault("graph_consent_missing", "no consent");
    };
    const { read } = aReader(send);
    await expect(read("/items/0")).rejects.toMatchObject({ code: "graph_consent_missing" });
    expect(times).toBe(1);
  });

  it("a read that waits for a slot is rejected when its work is stopped, and never sent", async () => {
    const stop = new AbortController();
    const graph = aSend(() => ok);
    const { read } = aReader(graph.send);
    const answer = read("/items/0", stop.signal);
    stop.abort(new Error("stopped"));
    await expect(answer).rejects.toThrow("stopped");
    expect(graph.paths).toEqual([]);
  });

  it("a read that waits for its delay is rejected at once when its work is stopped", async () => {
    const stop = new AbortController();
    const graph = aSend(() => ({ status: 429, headers: { "Retry-After": "100" } }));
    const { read } = aReader(graph.send);
    const answer = read("/items/0", stop.signal);
    await settle();
    stop.abort(new Error("stopped"));
    await expect(answer).rejects.toThrow("stopped");
    expect(graph.paths).toHaveLength(1);
  });
});

describe("a read-only action", () => {
  const url = `${versionUrl}/directoryObjects/getByIds`;

  it("a read-only action that is throttled is asked for again after the delay", async () => {
    let times = 0;
    const graph = aSend(() => {
      times += 1;
      return times === 1 ? { status: 429, headers: { "Retry-After": "3" } } : ok;
    });
    const { reader, clock, use } = aReader(graph.send);
    const answer = reader.ask(url, { ids: [] }, never);
    await clock.advance(3_000);
    expect(await answer).toMatchObject({ status: 200 });
    expect(use.requests()).toBe(2);
  });

  it("a read-only action that got no answer is tried again, because it changes nothing (P6.14)", async () => {
    let times = 0;
    const send: Send = async () => {
      times += 1;
      if (times === 1) throw new Fault("graph_unavailable", "no answer");
      return anAnswer({ value: [] });
    };
    const { reader, clock } = aReader(send);
    const answer = reader.ask(url, { ids: [] }, never);
    answer.catch(() => undefined);
    await clock.advance(60_000);
    expect(await answer).toMatchObject({ status: 200 });
  });
});
