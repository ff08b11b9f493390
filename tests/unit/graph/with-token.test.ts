import { describe, expect, it } from "vitest";
import type { GraphRequest, Send } from "../../../src/adapters/graph/send.ts";
import { type RenewableSource, withToken } from "../../../src/adapters/graph/with-token.ts";
import { anAnswer, versionUrl } from "./a-graph.ts";

const request: GraphRequest = {
  method: "GET",
  url: `${versionUrl}/items`,
  headers: { accept: "application/json" },
  signal: new AbortController().signal,
};

const refusing = (message: string): RenewableSource => ({
  refuse: () => undefined,
  forget: () => undefined,
  getToken: async () => {
    throw new Error(message);
  },
});

async function faultOf(source: RenewableSource, asked = request): Promise<unknown> {
  const send: Send = async () => anAnswer({});
  return withToken(send, source, "scope")(asked).catch((error: unknown) => error);
}

describe("the token of a tenant", () => {
  it("is asked for with each request, so that a long run never has an old one (pitfall 12)", async () => {
    const sent: unknown[] = [];
    const tokens = ["first", "second"];
    const getToken = async () => ({ token: tokens.shift() ?? "" });
    const source = { getToken, refuse: () => undefined, forget: () => undefined };
    const send: Send = async ({ headers }) => anAnswer(sent.push(headers));
    const layer = withToken(send, source, "graph");
    await layer(request);
    await layer(request);
    expect(sent).toEqual([
      { accept: "application/json", authorization: "Bearer first" },
      { accept: "application/json", authorization: "Bearer second" },
    ]);
  });

  it.each([
    ["an answer 401", anAnswer({}, 401)],
    ["a part of a batch that answers 401", anAnswer({ responses: [{ status: 200 }, { status: 401 }] })],
  ])("is known to its source as refused after %s", async (_what, answer) => {
    const refused: string[] = [];
    const source = {
      getToken: async () => ({ token: "old" }),
      refuse: (token: string) => void refused.push(token),
      forget: () => undefined,
    };
    await withToken(async () => answer, source, "graph")(request);
    expect(refused).toEqual(["old"]);
  });

  const refusals: readonly [string, string, string][] = [
    ["consent was never given", "AADSTS65001: The user or administrator has not consented", "graph_consent_missing"],
    ["the application is not in the tenant", "AADSTS700016: Application not found", "graph_consent_missing"],
    ["the application is disabled there", "AADSTS7000112: Application is disabled.", "graph_app_disabled"],
    ["the credential is refused", "AADSTS7000215: Invalid client secret provided.", "graph_unauthenticated"],
    [
      "the credential has expired",
      "AADSTS7000222: The provided client secret keys are expired.",
      "graph_unauthenticated",
    ],
    ["the assertion has expired", "AADSTS700024: Client assertion is not in its time range.", "graph_unauthenticated"],
    ["the federated assertion is refused", "AADSTS700213: No matching federated identity", "graph_unauthenticated"],
    ["the token service cannot be reached", "connect ECONNREFUSED", "graph_unavailable"],
  ];
  it.each(refusals)("when %s, sign-in is one Fault without its text (P6.10)", async (_title, message, code) => {
    const fault = await faultOf(refusing(message));
    expect(fault).toMatchObject({ code, cause: { message } });
    expect(String(fault)).not.toContain(message);
  });

  it("a token that is not there is graph_unauthenticated", async () => {
    expect(
      await faultOf({ getToken: async () => null, refuse: () => undefined, forget: () => undefined }),
    ).toMatchObject({
      code: "graph_unauthenticated",
    });
  });

  it("is given up when the work is stopped", async () => {
    const stop = new AbortController();
    stop.abort(new Error("stopped"));
    expect(await faultOf(refusing("aborted"), { ...request, signal: stop.signal })).toMatchObject({
      message: "stopped",
    });
  });
});
