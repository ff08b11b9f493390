import { afterEach, describe, expect, it, vi } from "vitest";
import { parseFacts, readFacts } from "../../../web/src/session/facts.ts";
import { watchVersion } from "../../../web/src/session/watch-version.ts";
import { facts } from "./support/a-directory.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const answers = (body: unknown, init: ResponseInit = {}) =>
  vi.stubGlobal("fetch", async () => Response.json(body, init));

describe("how people sign in, as the API tells it", () => {
  it("is what the API says, without what nobody knows", async () => {
    answers({ ...facts, portalUrl: `${facts.portalUrl}/`, more: "unknown" });
    expect(await readFacts()).toEqual(facts);
  });

  it("may be plain http on this very machine", () => {
    const local = "http://127.0.0.1:7080/x";
    expect(parseFacts({ ...facts, tokenEndpoint: local }).tokenEndpoint).toBe(local);
  });

  it.each([
    ["plain http elsewhere", { tokenEndpoint: "http://directory.test/token" }],
    ["a script", { authorizationEndpoint: "javascript:alert(1)" }],
    ["a name and a password in an address", { issuer: "https://a:b@directory.test" }],
    ["an address that is none", { portalUrl: "portal" }],
    ["a text that is none", { clientId: 7 }],
    ["an empty text", { scope: "" }],
    ["a text without end", { version: "x".repeat(2_001) }],
  ])("is refused with %s", (_title, wrong) => {
    expect(() => parseFacts({ ...facts, ...wrong })).toThrow("GET /api/sign-in gave");
  });

  it.each([[null], ["text"], [[]], [{}]])("is refused when it is %j", (value) => {
    expect(() => parseFacts(value)).toThrow("GET /api/sign-in gave no usable clientId");
  });

  it("is refused when the answer is a failure, or too long", async () => {
    answers({}, { status: 503 });
    await expect(readFacts()).rejects.toThrow("answered 503");
    answers({ ...facts, more: "x".repeat(20_000) });
    await expect(readFacts()).rejects.toThrow("answered too much");
  });
});

describe("a tab that wakes", () => {
  const wake = () => document.dispatchEvent(new Event("visibilitychange"));
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it("is told once that a newer version is there", async () => {
    const told = vi.fn<() => void>();
    watchVersion(facts, told);
    answers(facts);
    wake();
    await settled();
    expect(told).not.toHaveBeenCalled();
    answers({ ...facts, version: "1.1.0" });
    wake();
    wake();
    await settled();
    wake();
    await settled();
    expect(told).toHaveBeenCalledOnce();
  });

  it("is told nothing when nobody answers, or when it stopped asking", async () => {
    const told = vi.fn<() => void>();
    const stop = watchVersion(facts, told);
    answers({}, { status: 503 });
    wake();
    await settled();
    stop();
    answers({ ...facts, version: "1.1.0" });
    wake();
    await settled();
    expect(told).not.toHaveBeenCalled();
  });

  it("asks nothing while it is hidden", async () => {
    const told = vi.fn<() => void>();
    const stop = watchVersion(facts, told);
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    answers({ ...facts, version: "1.1.0" });
    wake();
    await settled();
    expect(told).not.toHaveBeenCalled();
    stop();
  });
});
