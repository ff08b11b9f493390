import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Session } from "../../../web/src/session/session.ts";
import { aGrant, aRefusal, type TokenAnswer, watchLeaving } from "./support/a-directory.ts";
import { comeBack, sessionOf, signIn } from "./support/sign-in.ts";

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-30T12:00:00Z") });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const minutes = (count: number) => vi.setSystemTime(Date.now() + count * 60_000);

/** A session of an hour, and what the directory answers from then on. */
async function aSession(...renewals: readonly TokenAnswer[]) {
  const { opened, requests } = await signIn({ renewals });
  return { session: sessionOf(opened), renewals: () => requests.slice(1), ...watchLeaving() };
}

const hasLeft = async (left: readonly URL[]) => vi.waitFor(() => expect(left).toHaveLength(1));
const aForm = { isUnsaved: () => true, keep: vi.fn<() => void>() };
const refused = aRefusal("invalid_grant", "AADSTS700084: The refresh token has expired.");

describe("a token", () => {
  it("is the same until a minute before its end", async () => {
    const { session, renewals } = await aSession(aGrant("token-2"));
    minutes(58.9);
    expect(await session.accessToken()).toBe("token-1");
    minutes(0.2);
    expect(await session.accessToken()).toBe("token-2");
    expect(renewals()).toMatchObject([{ grant_type: "refresh_token", refresh_token: "refresh-of-token-1" }]);
  });

  it("is renewed once for all who ask, also for all whose token was refused", async () => {
    const { session, renewals } = await aSession(aGrant("token-2"));
    const asked = [session.accessToken("token-1"), session.accessToken("token-1"), session.accessToken("token-1")];
    expect(await Promise.all(asked)).toEqual(["token-2", "token-2", "token-2"]);
    expect(await session.accessToken("token-1")).toBe("token-2");
    expect(renewals()).toHaveLength(1);
  });

  it("is renewed with the newest refresh token, and with the old one where none came", async () => {
    const { session, renewals } = await aSession(
      aGrant("token-2", { refresh_token: undefined }),
      aGrant("token-3"),
      aGrant("token-4"),
    );
    for (const token of ["token-1", "token-2", "token-3"]) await session.accessToken(token);
    const used = renewals().map((request) => request["refresh_token"]);
    expect(used).toEqual(["refresh-of-token-1", "refresh-of-token-1", "refresh-of-token-3"]);
  });

  it.each<[string, TokenAnswer]>([
    ["does not answer", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["is not ready", aRefusal("temporarily_unavailable", "AADSTS90033", 503)],
    ["is asked too much", aRefusal("temporarily_unavailable", "AADSTS90055", 429)],
  ])("is tried for again by the next who asks when the directory %s", async (_title, answer) => {
    const { session, left } = await aSession(answer, aGrant("token-2"));
    await expect(session.accessToken("token-1")).rejects.toThrow();
    expect(await session.accessToken("token-1")).toBe("token-2");
    expect([session.need(), left]).toEqual([undefined, []]);
  });
});

describe("a renewal that the directory refuses", () => {
  it("leads to the sign-in and back to the same address", async () => {
    const { session, left } = await aSession(refused);
    void session.accessToken("token-1");
    await hasLeft(left);
    expect(JSON.parse(sessionStorage.getItem("sign-in.pending") ?? "{}").back).toBe("/tenants?text=a#row");
  });

  it("leads there also when there is no refresh token", async () => {
    const session = sessionOf((await signIn({ grant: { refresh_token: undefined } })).opened);
    const { left } = watchLeaving();
    void session.accessToken("token-1");
    await hasLeft(left);
  });

  it("asks first where something is unsaved: the page stays, and nothing more is sent", async () => {
    const { session, left, renewals } = await aSession(refused);
    const heard = vi.fn<() => void>();
    session.onNeed(heard);
    session.beforeLeave(aForm);
    expect(await session.accessToken("token-1")).toBeUndefined();
    expect(await session.accessToken()).toBeUndefined();
    expect([session.need(), heard.mock.calls.length]).toEqual([{ reason: "unsaved", code: "AADSTS700084" }, 1]);
    expect([left.length, renewals().length]).toEqual([0, 1]);
  });

  it("keeps what is unsaved when the button is pressed, then leaves", async () => {
    const { session, left } = await aSession(refused);
    session.beforeLeave(aForm);
    const saved = { isUnsaved: () => false, keep: vi.fn<() => void>() };
    session.beforeLeave(saved);
    await session.accessToken("token-1");
    void session.signIn();
    await hasLeft(left);
    expect([aForm.keep.mock.calls.length, saved.keep.mock.calls.length]).toEqual([1, 0]);
  });

  it("does not ask about a form that is gone", async () => {
    const { session, left } = await aSession(refused);
    session.beforeLeave(aForm)();
    void session.accessToken("token-1");
    await hasLeft(left);
  });
});

describe("a circle of redirects", () => {
  /** The API refuses a new token: where the page leaves to, if it does. */
  async function refusedByApi(session: Session): Promise<URLSearchParams | undefined> {
    const { left } = watchLeaving();
    void session.signInAgain();
    await vi.waitFor(() => expect(left.length > 0 || session.need() !== undefined).toBe(true));
    return left[0]?.searchParams;
  }

  it("ends after two redirects in 30 seconds: then a person has to press a button", async () => {
    const asked = await refusedByApi(sessionOf((await signIn()).opened));
    const second = sessionOf((await comeBack(asked ?? new URLSearchParams())).opened);
    expect(await refusedByApi(second)).toBeUndefined();
    expect(second.need()?.reason).toBe("circle");
    const { left } = watchLeaving();
    void second.signIn();
    await hasLeft(left);
  });

  it("is none when half a minute lies between them", async () => {
    const asked = await refusedByApi(sessionOf((await signIn()).opened));
    minutes(0.6);
    const second = sessionOf((await comeBack(asked ?? new URLSearchParams())).opened);
    expect(await refusedByApi(second)).toBeDefined();
  });
});
