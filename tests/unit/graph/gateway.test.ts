import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { makeGraphGateway } from "../../../src/adapters/graph/make-graph-gateway.ts";
import { type GraphClient, notThrottled } from "../../../src/domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { noTelemetry } from "../../../src/domain/telemetry/telemetry.ts";
import { aClock, aHurryingClock } from "../../builders/a-clock.ts";
import { aScope, otherScope } from "../../builders/a-run.ts";

type Asked = {
  readonly url: string;
  readonly at: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
};

let server: Server;
let baseUrl: string;
let asked: Asked[] = [];
let answer: (
  url: string,
  body: string,
  token: string,
) => { status: number; body: unknown; headers?: Record<string, string> };
let clock = aHurryingClock();
const never = new AbortController().signal;
const someToken = { getToken: async () => ({ token: "token" }) };
const scope = "https://graph.microsoft.com/.default";
const options = { correlationId: "0af7651916cd43dd8448eb211c80319c" };

beforeEach(async () => {
  asked = [];
  clock = aHurryingClock();
  answer = () => ({ status: 200, body: { value: [{ id: "1", displayName: "One" }] } });
  server = createServer((request, response) => void answerTo(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A TCP server has an address.");
  baseUrl = `http://127.0.0.1:${address.port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function answerTo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks = await Array.fromAsync<Buffer>(request);
  const url = request.url ?? "";
  const sent = Buffer.concat(chunks).toString();
  asked.push({ url, at: clock.nowMs(), headers: request.headers, body: sent });
  const { status, body, headers } = answer(url, sent, request.headers.authorization ?? "");
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function contractOf(key: string): ObjectTypeContract {
  const contract = contracts.find((each) => each.key === key);
  if (!contract) throw new Error(`There is no contract ${key}.`);
  return contract;
}

function aGateway() {
  const credentialFor = (tenantId: string) => ({ getToken: async () => ({ token: `token of ${tenantId}` }) });
  return makeGraphGateway({ baseUrl, scope, clock, credentialFor, telemetry: noTelemetry });
}

describe("a client of one tenant", () => {
  it("asks for tokens of the cloud, whatever host answers", async () => {
    const scopes = new Set<string>();
    const credentialFor = () => ({
      getToken: async (asked: string) => {
        scopes.add(asked);
        return { token: "token" };
      },
    });
    const china = "https://microsoftgraph.chinacloudapi.cn/.default";
    const gateway = makeGraphGateway({ baseUrl, scope: china, clock, credentialFor, telemetry: noTelemetry });
    await Array.fromAsync(gateway.forTenant(aScope, options).list(contractOf("settingsCatalog"), never));
    expect([...scopes]).toEqual([china]);
  });

  it("signs in once, however many of its groups begin at the same moment", async () => {
    let signIns = 0;
    const credentialFor = () => ({
      getToken: async () => {
        signIns += 1;
        return { token: "token", expiresOnTimestamp: clock.nowMs() + 3_600_000 };
      },
    });
    const gateway = makeGraphGateway({ baseUrl, scope, clock, credentialFor, telemetry: noTelemetry });
    const client = gateway.forTenant(aScope, options);
    const keys = ["settingsCatalog", "conditionalAccessPolicy"];
    await Promise.all(keys.map((key) => Array.fromAsync(client.list(contractOf(key), never))));
    expect(signIns).toBe(1);
  });

  it("sends that tenant's token and no other's (P5.1, pitfall 33)", async () => {
    const gateway = aGateway();
    const contract = contractOf("settingsCatalog");
    await Array.fromAsync(gateway.forTenant(aScope, options).list(contract, never));
    await Array.fromAsync(gateway.forTenant(otherScope, options).list(contract, never));
    const tokens = asked.map(({ headers }) => headers["authorization"]);
    expect(tokens).toEqual([`Bearer token of ${aScope.tenantId}`, `Bearer token of ${otherScope.tenantId}`]);
  });

  it("names the run in client-request-id, as a guid", async () => {
    await Array.fromAsync(aGateway().forTenant(aScope, options).list(contractOf("settingsCatalog"), never));
    expect(asked[0]?.headers["client-request-id"]).toBe("0af76519-16cd-43dd-8448-eb211c80319c");
  });

  it("keeps all types of a service group within the group's one limit", async () => {
    const client = aGateway().forTenant(aScope, options);
    const types = [contractOf("namedLocation"), contractOf("conditionalAccessPolicy")];
    await Promise.all(types.map((type) => Array.fromAsync(client.list(type, never))));
    const [first, second] = asked.map(({ at }) => at);
    expect(second).toBe((first ?? 0) + 1_100);
  });

  it("tells requests once, so that the figures of all who share it add up", async () => {
    const client = aGateway().forTenant(aScope, options);
    await Array.fromAsync(client.list(contractOf("settingsCatalog"), never));
    await Array.fromAsync(client.list(contractOf("roleScopeTag"), never));
    expect([client.takeRequests(), client.takeRequests()]).toEqual([2, 0]);
  });
});

describe("tenants side by side", () => {
  it("tenants side by side do not wait for each other: one that Graph throttles holds up no other, nor its own other groups", async () => {
    const time = aClock();
    const gateway = makeGraphGateway({
      baseUrl,
      scope,
      clock: time,
      credentialFor: () => someToken,
      telemetry: noTelemetry,
    });
    let isThrottled = true;
    answer = () => {
      if (!isThrottled) return { status: 200, body: { value: [] } };
      isThrottled = false;
      return { status: 429, body: {}, headers: { "retry-after": "60" } };
    };
    const [throttled, other] = [gateway.forTenant(aScope, options), gateway.forTenant(otherScope, options)];
    const list = (client: GraphClient, key: string) => Array.fromAsync(client.list(contractOf(key), never));
    const waiting = list(throttled, "settingsCatalog");
    await vi.waitFor(() => expect(throttled.throttling("deviceConfigurationV2").throttled).toBe(1), {
      timeout: 60_000,
    });
    await list(other, "settingsCatalog");
    await list(throttled, "roleScopeTag");
    expect(asked).toHaveLength(3);
    expect(throttled.throttling("deviceConfigurationV2").heldUntilMs).toBe(time.nowMs() + 60_000);
    expect(other.throttling("deviceConfigurationV2")).toEqual({ ...notThrottled, asked: 1 });
    await time.advance(70_000);
    expect(await waiting).toEqual([[]]);
  });

  it("tenants side by side share connections, which stay open between requests (pitfall 12)", async () => {
    let connections = 0;
    server.on("connection", () => {
      connections += 1;
    });
    const client = aGateway().forTenant(aScope, options);
    for (let count = 0; count < 10; count += 1) await client.get(contractOf("settingsCatalog"), "1", never);
    expect(asked).toHaveLength(10);
    expect(connections).toBeLessThanOrEqual(2);
  });
});

describe("what a client reads", () => {
  it("has the type that a concrete collection leaves out, and no context of the request", async () => {
    answer = () => ({ status: 200, body: { "@odata.context": "x", id: "a/b", name: "One" } });
    const object = await aGateway().forTenant(aScope, options).get(contractOf("settingsCatalog"), "a/b", never);
    expect(object).toEqual({
      "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
      id: "a/b",
      name: "One",
    });
    expect(asked[0]?.url).toBe("/beta/deviceManagement/configurationPolicies/a%2Fb");
  });

  it("is undefined on 404 alone; every other refusal is a Fault (pitfall 1)", async () => {
    const client = aGateway().forTenant(aScope, options);
    answer = () => ({ status: 404, body: { error: { code: "NotFound" } } });
    expect(await client.get(contractOf("settingsCatalog"), "1", never)).toBeUndefined();
    answer = () => ({ status: 403, body: { error: { code: "Forbidden" } } });
    await expect(client.get(contractOf("settingsCatalog"), "1", never)).rejects.toMatchObject({
      code: "graph_forbidden",
    });
  });

  it("has nested collections under Graph's names", async () => {
    const contract = contractOf("groupPolicyConfiguration");
    const [child] = contract.children;
    if (!child) throw new Error("The contract has a child collection.");
    answer = (url) => ({ status: 200, body: { value: [{ id: url.includes("presentationValues") ? "p" : "d" }] } });
    const children = await aGateway().forTenant(aScope, options).children(contract, "1", child, never);
    expect(children).toEqual([{ id: "d", presentationValues: [{ id: "p" }] }]);
  });

  it("objects by ids are asked for in one request for up to a thousand (pitfall 11)", async () => {
    const ids = Array.from({ length: 1_500 }, (_, position) => `g${position}`);
    answer = (_url, body) => ({ status: 200, body: { value: [{ id: JSON.parse(body).ids[0], displayName: "One" }] } });
    const found = await aGateway().forTenant(aScope, options).byIds(contractOf("group"), ids, never);
    expect(asked.map(({ body }) => JSON.parse(body).ids.length)).toEqual([1_000, 500]);
    expect(found[0]).toEqual({ "@odata.type": "#microsoft.graph.group", id: "g0", displayName: "One" });
  });

  it.each<[string, unknown]>([
    ["what was not asked for", { value: [{ id: "g" }, { id: "foreign" }] }],
    ["an object without an id", { value: [{ id: "g" }, { displayName: "x" }] }],
    ["two objects of one id", { value: [{ id: "g" }, { id: "g", displayName: "x" }] }],
    ["a part of it only", { value: [{ id: "g" }], "@odata.nextLink": `${scope}?$skiptoken=1` }],
  ])(
    "a read by ids is a Fault when the answer holds %s, because what it leaves out would look deleted",
    async (_what, body) => {
      answer = () => ({ status: 200, body });
      const reading = aGateway().forTenant(aScope, options).byIds(contractOf("group"), ["g", "h"], never);
      await expect(reading).rejects.toMatchObject({ code: "graph_bad_response", target: "group" });
    },
  );

  it("ids in whatever case Graph writes them, and twice the same, are one object", async () => {
    answer = () => ({ status: 200, body: { value: [{ id: "AB" }, { id: "AB" }] } });
    expect(await aGateway().forTenant(aScope, options).byIds(contractOf("group"), ["ab"], never)).toHaveLength(1);
  });

  it("a read by ids is a Fault with a stable code when the answer is no list (P6.10)", async () => {
    answer = () => ({ status: 200, body: { value: "none" } });
    const reading = aGateway().forTenant(aScope, options).byIds(contractOf("group"), ["g"], never);
    await expect(reading).rejects.toMatchObject({ code: "graph_bad_response", target: "group" });
  });
});

describe("a token that Graph refuses in the middle of a run", () => {
  /** A gateway whose sign-ins give token 1, token 2 and so on. */
  function aClient() {
    let signIns = 0;
    const credentialFor = () => {
      signIns += 1;
      const token = `token ${signIns}`;
      return { getToken: async () => ({ token, expiresOnTimestamp: clock.nowMs() + 3_600_000 }) };
    };
    const client = makeGraphGateway({ baseUrl, scope, clock, credentialFor, telemetry: noTelemetry }).forTenant(
      aScope,
      options,
    );
    return { client, signIns: () => signIns };
  }
  const one = { status: 200, body: { id: "1" } };

  it("is replaced by a fresh one, and what was refused is asked for once more", async () => {
    answer = (_url, _body, token) => (token === "Bearer token 1" ? { status: 401, body: {} } : one);
    const { client, signIns } = aClient();
    expect(await client.get(contractOf("deviceCategory"), "1", never)).toMatchObject({ id: "1" });
    expect([signIns(), asked.length]).toEqual([2, 2]);
  });

  it("is replaced once when a part of a batch is refused", async () => {
    answer = (_url, body, token) => {
      if (body === "") return token === "Bearer token 1" ? { status: 401, body: {} } : one;
      const status = token === "Bearer token 1" ? 401 : 200;
      const responses = JSON.parse(body).requests.map(({ id }: { id: string }) => ({ id, status, body: { id: "1" } }));
      return { status: 200, body: { responses } };
    };
    const { client, signIns } = aClient();
    const reads = Array.from({ length: 60 }, () => client.get(contractOf("deviceCategory"), "1", never));
    expect(await Promise.all(reads)).toHaveLength(60);
    expect(signIns()).toBe(2);
  });

  it("counts when the fresh one is refused too", async () => {
    answer = () => ({ status: 401, body: {} });
    const { client } = aClient();
    const reading = client.get(contractOf("deviceCategory"), "1", never);
    await expect(reading).rejects.toMatchObject({ code: "graph_unauthenticated" });
    expect(asked).toHaveLength(2);
    const byIds = client.byIds(contractOf("group"), ["g"], never);
    await expect(byIds).rejects.toMatchObject({ code: "graph_unauthenticated" });
    expect(asked).toHaveLength(4);
  });
});
