import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anIssuer, type Issuer } from "./an-issuer.ts";

let issuer: Issuer;
beforeEach(async () => {
  issuer = await anIssuer();
});
afterEach(() => issuer.close());

const minuteMs = 60_000;
const call = async (kid = "first") => issuer.authenticate(await issuer.tokenOf({}, kid));

const outages = [
  { status: 500, text: "" },
  { status: 503, text: "" },
  { status: 429, text: "" },
  { status: 200, type: "text/html", text: "<html>Sign in</html>" },
  { status: 200, text: "{}" },
  { status: 200, text: '{"keys":[]}' },
  { status: 302, text: "" },
];

describe("the keys of the token issuer", () => {
  it("the keys of the token issuer are read once, by however many ask at the same moment", async () => {
    await Promise.all(Array.from({ length: 20 }, () => call()));
    await call();
    expect(issuer.reads()).toBe(1);
  });

  it.each(outages)("keys that cannot be had make nobody a stranger ($status $text)", async (outage) => {
    issuer.answerKeys(outage);
    await expect(call()).rejects.toMatchObject({ code: "not_ready" });
    issuer.answerKeys(undefined);
    await issuer.clock.advance(outage.status === 200 ? minuteMs : 5_000);
    expect(await call()).toMatchObject({ kind: "user" });
  });

  it("keys are asked for once a minute of whoever answers, also while none of them is known", async () => {
    issuer.answerKeys({ status: 200, text: '{"keys":[]}' });
    for (let second = 0; second < 60; second += 5) {
      await expect(call("first")).rejects.toMatchObject({ code: "not_ready" });
      await issuer.clock.advance(5_000);
    }
    expect(issuer.reads()).toBe(1);
  });

  it.each(outages)("keys that are known already work on meanwhile ($status $text)", async (outage) => {
    await call();
    issuer.answerKeys(outage);
    await issuer.clock.advance(11 * minuteMs);
    expect(await call()).toMatchObject({ kind: "user" });
    expect(issuer.reads()).toBe(2);
    expect(await call()).toMatchObject({ kind: "user" });
    // Not for each request: who is away is asked again after a minute.
    expect(issuer.reads()).toBe(2);
  });

  it("the keys are read again for one that is not known, which then opens", async () => {
    await call();
    await issuer.clock.advance(minuteMs);
    issuer.addKey("second");
    expect(await call("second")).toMatchObject({ kind: "user" });
    expect(issuer.reads()).toBe(2);
  });

  it("the keys are not read for each stranger's key: once a minute, and it stays a stranger's", async () => {
    await call();
    issuer.addKey("stranger");
    issuer.withdrawKey("stranger");
    await issuer.clock.advance(minuteMs);
    for (let times = 0; times < 5; times += 1) {
      await expect(call("stranger")).rejects.toMatchObject({ code: "unauthenticated" });
    }
    expect(issuer.reads()).toBe(2);
  });

  it("the keys do not say who is a stranger while they cannot be had: a key that is not known may be new", async () => {
    await call();
    await issuer.clock.advance(minuteMs);
    issuer.addKey("second");
    issuer.answerKeys({ status: 503, text: "" });
    await expect(call("second")).rejects.toMatchObject({ code: "not_ready" });
    expect(await call()).toMatchObject({ kind: "user" });
  });

  it("keys that were taken away open nothing after ten minutes", async () => {
    await call();
    issuer.addKey("second");
    issuer.withdrawKey("first");
    await issuer.clock.advance(10 * minuteMs - 1);
    expect(await call()).toMatchObject({ kind: "user" });
    await issuer.clock.advance(1);
    await expect(call()).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
