import { describe, expect, it } from "vitest";
import { makeTokenCache } from "../../../src/adapters/graph/make-token-cache.ts";
import type { TokenSource } from "../../../src/adapters/graph/with-token.ts";
import { aClock, settle } from "../../builders/a-clock.ts";

const hourMs = 3_600_000;

/** A source whose sign-ins end when the test says so, each with another token that says it lives so long. */
function aSource(livesMs = hourMs) {
  const clock = aClock();
  const waiting: PromiseWithResolvers<void>[] = [];
  let signIns = 0;
  const source: TokenSource = {
    getToken: async () => {
      signIns += 1;
      const token = `token ${signIns}`;
      const answer = Promise.withResolvers<void>();
      waiting.push(answer);
      await answer.promise;
      return { token, expiresOnTimestamp: clock.nowMs() + livesMs };
    },
  };
  const kept = makeTokenCache(() => source, clock);
  const get = async (abortSignal?: AbortSignal) =>
    (await kept.getToken("scope", abortSignal ? { abortSignal } : {}))?.token;
  return {
    clock,
    get,
    refuse: kept.refuse,
    signIns: () => signIns,
    answer: () => waiting.shift()?.resolve(),
    fail: waiting,
  };
}

describe("the token of a tenant", () => {
  it("is asked for once, by however many at the same moment, and kept", async () => {
    const { get, answer, signIns } = aSource();
    const asked = Array.from({ length: 40 }, () => get());
    answer();
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["token 1"]));
    expect(await get()).toBe("token 1");
    expect(signIns()).toBe(1);
  });

  it("is asked for again when it is about to end, so that a long run never has an old one (pitfall 12)", async () => {
    const { clock, get, answer } = aSource();
    const first = get();
    answer();
    await first;
    await clock.advance(hourMs - 5 * 60_000 - 1);
    expect(await get()).toBe("token 1");
    await clock.advance(1);
    const second = get();
    answer();
    expect(await second).toBe("token 2");
  });

  it("a token that claims to live for years is asked for again after a day", async () => {
    const { clock, get, answer } = aSource(1e15);
    const first = get();
    answer();
    await first;
    await clock.advance(24 * hourMs);
    const second = get();
    answer();
    expect(await second).toBe("token 2");
  });

  it("a token that is refused is none: the next who asks signs in again", async () => {
    const { get, answer, fail } = aSource();
    const refused = get();
    fail.shift()?.reject(new Error("AADSTS65001"));
    await expect(refused).rejects.toThrow("AADSTS65001");
    const next = get();
    answer();
    expect(await next).toBe("token 2");
  });

  it("a token that Graph refused is asked for anew, once, however many requests it was refused for", async () => {
    const { get, answer, refuse, signIns } = aSource();
    const first = get();
    answer();
    await first;
    for (let refused = 0; refused < 8; refused += 1) refuse("token 1");
    const second = get();
    answer();
    expect(await second).toBe("token 2");
    refuse("token 1");
    expect(await get()).toBe("token 2");
    expect(signIns()).toBe(2);
  });

  it("is not waited for by one who stops, and the others get it all the same", async () => {
    const { get, answer } = aSource();
    const stop = new AbortController();
    const [stopped, other] = [get(stop.signal), get()];
    stop.abort(new Error("cancelled"));
    await expect(stopped).rejects.toThrow("cancelled");
    await expect(get(stop.signal)).rejects.toThrow("cancelled");
    answer();
    expect(await other).toBe("token 1");
    await settle();
  });
});
