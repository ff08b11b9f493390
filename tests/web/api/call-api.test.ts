import { afterEach, describe, expect, it, vi } from "vitest";
import { makeCallApi } from "../../../web/src/api/call-api.ts";
import { NetworkFailure } from "../../../web/src/api/network-failure.ts";
import { Refusal, type RefusalFacts } from "../../../web/src/api/refusal.ts";

type Tokens = Parameters<typeof makeCallApi>[0];

const tenantId = "t 1/2";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A network that gives these answers, one a request, and remembers what it was asked. */
function aNetwork(...answers: (Response | Error)[]): Request[] {
  const requests: Request[] = [];
  vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
    requests.push(new Request(new URL(address, "http://portal.test"), init));
    const answer = answers.shift();
    if (!(answer instanceof Response)) throw answer ?? new Error("one request too many");
    return answer;
  });
  return requests;
}

const aTokenSource = (...tokens: (string | undefined)[]) => ({
  accessToken: vi.fn<Tokens["accessToken"]>(async () => tokens.shift()),
  signInAgain: vi.fn<Tokens["signInAgain"]>(async () => undefined),
});

const problem = (status: number, more: object = {}, headers: Record<string, string> = {}) =>
  Response.json(
    {
      type: "urn:x",
      title: "Title",
      status,
      detail: "What happened.",
      help: "What helps.",
      code: "some_code",
      correlationId: "c1",
      ...more,
    },
    { status, headers: { "content-type": "application/problem+json", ...headers } },
  );

async function refusalOf(promise: Promise<unknown>): Promise<RefusalFacts> {
  const error = await promise.catch((reason: unknown) => reason);
  if (error instanceof Refusal) return error.facts;
  throw new Error("It was not refused", { cause: error });
}

describe("a call", () => {
  it("says where the rest of an export is, and nothing where there is none", async () => {
    const link = { link: '</api/tenants/t/audit.csv?action=a&page=p%201>; rel="next"' };
    aNetwork(new Response("a", { headers: link }), new Response("b"));
    const callApi = makeCallApi(aTokenSource("token-1", "token-1"));
    const read = () => callApi("exportAuditCsv", { params: { tenantId } });
    expect(await read()).toMatchObject({ nextPage: "p 1" });
    expect(await read()).not.toHaveProperty("nextPage");
  });

  it("fills path and query, leaves out what is undefined, and carries the token", async () => {
    const [requests, callApi] = [aNetwork(Response.json({ items: [] })), makeCallApi(aTokenSource("token-1"))];
    await callApi("listOperations", {
      params: { tenantId },
      query: { status: "queued", text: "a&b", type: undefined },
    });
    expect(requests[0]?.url).toBe("http://portal.test/api/tenants/t%201%2F2/operations?status=queued&text=a%26b");
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer token-1");
    expect(requests[0]?.method).toBe("GET");
  });

  it("sends a body as JSON and headers as they are given", async () => {
    const [requests, callApi] = [aNetwork(Response.json({ id: "r" })), makeCallApi(aTokenSource("token-1"))];
    await callApi("takeSnapshot", {
      params: { tenantId },
      headers: { "Idempotency-Key": "k" },
      body: { label: "now" },
    });
    expect(await requests[0]?.json()).toEqual({ label: "now" });
    expect(requests[0]?.headers.get("content-type")).toBe("application/json");
    expect(requests[0]?.headers.get("idempotency-key")).toBe("k");
  });

  it("answers with the tag that a change sends back", async () => {
    aNetwork(Response.json({ withheld: [] }, { headers: { etag: '"7"' } }));
    const answer = await makeCallApi(aTokenSource("token-1"))("getTenantSettings", { params: { tenantId } });
    expect(answer).toEqual({ body: { withheld: [] }, etag: '"7"' });
  });

  it("answers nothing where there is nothing to say", async () => {
    aNetwork(new Response(null, { status: 204 }));
    const gone = makeCallApi(aTokenSource("token-1"))("deleteSchedule", { params: { tenantId, scheduleId: "s" } });
    expect((await gone).body).toBeUndefined();
  });

  it("answers with a file where the API sends text", async () => {
    aNetwork(new Response("a,b\n", { headers: { "content-type": "text/csv; charset=utf-8" } }));
    const { body } = await makeCallApi(aTokenSource("token-1"))("exportOperations", { params: { tenantId } });
    expect(await body.text()).toBe("a,b\n");
  });

  it("takes only what its operation has: anything else does not compile", () => {
    const callApi = makeCallApi(aTokenSource());
    const wrong = () => [
      // @ts-expect-error an unknown filter
      callApi("listOperations", { params: { tenantId }, query: { state: "queued" } }),
      // @ts-expect-error an unknown value of a filter
      callApi("listOperations", { params: { tenantId }, query: { status: "gone" } }),
      // @ts-expect-error no parameters of the path
      callApi("listOperations"),
      // @ts-expect-error a change without the tag that it is based on
      callApi("changeTenantSettings", { params: { tenantId }, body: {} }),
      // @ts-expect-error a body where the operation takes none
      callApi("getMe", { body: {} }),
      // @ts-expect-error an operation that is not there
      callApi("getNothing"),
    ];
    expect(wrong).toBeTypeOf("function");
  });
});

describe("a refusal", () => {
  it("carries what the problem and its headers say", async () => {
    aNetwork(problem(429, { missingRight: "snapshot.take", runId: "r1" }, { "retry-after": "7", etag: '"9"' }));
    expect(await refusalOf(makeCallApi(aTokenSource("t"))("getMe"))).toEqual({
      type: "urn:x",
      title: "Title",
      status: 429,
      detail: "What happened.",
      help: "What helps.",
      code: "some_code",
      correlationId: "c1",
      missingRight: "snapshot.take",
      runId: "r1",
      retryAfter: 7,
      etag: '"9"',
    });
  });

  it.each(["<html>502</html>", "{}", "null", '"text"', '{"code":1}'])(
    "is one also when its body is %s",
    async (body) => {
      const headers = { "x-correlation-id": "c2", "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" };
      aNetwork(new Response(body, { status: 502, statusText: "Bad Gateway", headers }));
      expect(await refusalOf(makeCallApi(aTokenSource("t"))("getMe"))).toMatchObject({
        status: 502,
        title: "502 Bad Gateway",
        code: "unexpected",
        correlationId: "c2",
        retryAfter: undefined,
      });
    },
  );
});

describe("a token that the API refuses", () => {
  it("is replaced once, and the call goes on as if nothing had been", async () => {
    const [requests, tokens] = [aNetwork(problem(401), Response.json({ name: "Owner" })), aTokenSource("old", "new")];
    const { body } = await makeCallApi(tokens)("getMe");
    expect(body.name).toBe("Owner");
    expect(tokens.accessToken.mock.calls).toEqual([[], ["old"]]);
    expect(requests.map(({ headers }) => headers.get("authorization"))).toEqual(["Bearer old", "Bearer new"]);
    expect(tokens.signInAgain).not.toHaveBeenCalled();
  });

  it("leads to sign-in when the new one is refused too, and asks no third time", async () => {
    const [requests, tokens] = [aNetwork(problem(401), problem(401)), aTokenSource("old", "new")];
    expect((await refusalOf(makeCallApi(tokens)("getMe"))).status).toBe(401);
    expect(tokens.signInAgain).toHaveBeenCalledOnce();
    expect(requests).toHaveLength(2);
  });

  it("leaves the call refused when there is no new one and the page stays", async () => {
    const [requests, tokens] = [aNetwork(problem(401)), aTokenSource("old", undefined)];
    expect((await refusalOf(makeCallApi(tokens)("getMe"))).status).toBe(401);
    expect(requests).toHaveLength(1);
    expect(tokens.signInAgain).not.toHaveBeenCalled();
  });

  it("nothing is sent while nobody is signed in", async () => {
    const requests = aNetwork();
    const refusal = await refusalOf(makeCallApi(aTokenSource(undefined))("getMe"));
    expect([refusal.status, refusal.code, requests.length]).toEqual([401, "unauthenticated", 0]);
  });
});

describe("a call without an answer", () => {
  it("is a failure of the network, not a refusal", async () => {
    aNetwork(new TypeError("Failed to fetch"));
    await expect(makeCallApi(aTokenSource("t"))("getMe")).rejects.toThrow(new NetworkFailure("GET /api/me", undefined));
  });

  it("is one also when the answer breaks off, or the directory cannot be reached", async () => {
    aNetwork(new Response("{", { headers: { "content-type": "application/json" } }));
    await expect(makeCallApi(aTokenSource("t"))("getMe")).rejects.toBeInstanceOf(NetworkFailure);
    const unreachable = { ...aTokenSource(), accessToken: () => Promise.reject(new TypeError("Failed to fetch")) };
    await expect(makeCallApi(unreachable)("getMe")).rejects.toBeInstanceOf(NetworkFailure);
  });

  it("a call that its caller gave up is neither", async () => {
    const givenUp = new DOMException("given up", "AbortError");
    aNetwork(givenUp);
    const call = makeCallApi(aTokenSource("t"))("getMe", { signal: AbortSignal.abort(givenUp) });
    await expect(call).rejects.toBe(givenUp);
  });
});

it("a whole number above 2^53 keeps its digits, any other number is one", async () => {
  const text = '{"id":9007199254740993,"ids":[-9223372036854775808],"size":1.5,"text":"9007199254740993"}';
  aNetwork(new Response(text, { headers: { "content-type": "application/json" } }));
  const { body } = await makeCallApi(aTokenSource("good"))("getMe");
  expect(body).toEqual({
    id: 9_007_199_254_740_993n,
    ids: [-9_223_372_036_854_775_808n],
    size: 1.5,
    text: "9007199254740993",
  });
});
