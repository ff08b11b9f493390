import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { makeGraphClient } from "../../../src/adapters/graph/make-graph-client.ts";
import type { GraphAnswer } from "../../../src/adapters/graph/send.ts";
import { notThrottled } from "../../../src/domain/graph/graph-client.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import { makeByteBudget } from "../../../src/domain/work/byte-budget.ts";
import { settle } from "../../builders/a-clock.ts";

const baseUrl = "https://graph.microsoft.com";
const never = new AbortController().signal;
const evidence = { grade: "sure", source: "a test" } as const;

/**
 * A client whose requests are answered by path and query below the version; what is not there answers 404, and so does
 * what is named in `slips` the first time.
 */
function aClient(answers: Readonly<Record<string, unknown>>, slips: readonly string[] = []) {
  const slipping = new Set(slips);
  const asked: string[] = [];
  const waiting = { now: 0, most: 0 };
  const get = async (url: string): Promise<GraphAnswer> => {
    const path = url.replace(/^https:\/\/[^/]+\/[^/]+/, "");
    asked.push(path);
    waiting.now += 1;
    waiting.most = Math.max(waiting.most, waiting.now);
    await settle();
    waiting.now -= 1;
    const body = slipping.delete(path) ? undefined : answers[path];
    return { status: body === undefined ? 404 : 200, body, retryAfterMs: undefined };
  };
  const reader = {
    get,
    ask: async () => ({ status: 500, body: undefined, retryAfterMs: undefined }),
  };
  const throttling = () => notThrottled;
  const client = makeGraphClient({
    baseUrl,
    memory: makeByteBudget(1e9),
    readerOf: () => reader,
    takeRequests: () => 0,
    throttling,
  });
  return { asked, waiting, client };
}

function contractOf(key: string): ObjectTypeContract {
  const contract = contracts.find((each) => each.key === key);
  if (!contract) throw new Error(`There is no contract ${key}.`);
  return contract;
}

/** Everything that a listing gives. */
async function listOf(
  answers: Readonly<Record<string, unknown>>,
  key: string,
  slips: readonly string[] = [],
): Promise<JsonObject[]> {
  const found: JsonObject[] = [];
  for await (const page of aClient(answers, slips).client.list(contractOf(key), never)) found.push(...page);
  return found;
}

describe("a singleton", () => {
  const settings = "/deviceManagement/settings";

  it("is a listing of one object, which is found under the name of its type when it has no id", async () => {
    expect(await listOf({ [settings]: { secureByDefault: true } }, "deviceManagementSettings")).toEqual([
      {
        "@odata.type": "#microsoft.graph.deviceManagementSettings",
        id: "deviceManagementSettings",
        secureByDefault: true,
      },
    ]);
  });

  it("a singleton that is not there is a listing of nothing", async () => {
    expect(await listOf({}, "applePushNotificationCertificate")).toEqual([]);
  });

  it("is there although Graph says 404 once", async () => {
    expect(await listOf({ [settings]: {} }, "deviceManagementSettings", [settings])).toHaveLength(1);
  });

  it("is read again at its own path, whatever its id", async () => {
    const { client, asked } = aClient({ [settings]: {} });
    await client.get(contractOf("deviceManagementSettings"), "anything", never);
    expect(asked).toEqual([settings]);
  });
});

describe("objects below others", () => {
  const tokens = { value: [{ id: "token a" }, { id: "token b" }] };
  const parents = "/deviceManagement/depOnboardingSettings";
  const profile = { "@odata.type": "#microsoft.graph.depIOSEnrollmentProfile", id: "1" };

  it("objects below others are listed below each of them", async () => {
    const [a, b] = ["a", "b"].map((name) => `${parents}/token%20${name}/enrollmentProfiles`);
    const answers = { [parents]: tokens, [`${a}`]: { value: [] }, [`${b}`]: { value: [profile] } };
    expect(await listOf(answers, "depEnrollmentProfile")).toEqual([profile]);
    expect(await listOf(answers, "depEnrollmentProfile", [`${b}`])).toEqual([profile]);
  });

  it("objects below others are not complete where one of them is still listed and answers 404, and those below the others are read", async () => {
    const answers = { [parents]: tokens, [`${parents}/token%20b/enrollmentProfiles`]: { value: [profile] } };
    const seen: unknown[] = [];
    const listing = async (): Promise<void> => {
      for await (const page of aClient(answers).client.list(contractOf("depEnrollmentProfile"), never)) seen.push(page);
    };
    await expect(listing()).rejects.toMatchObject({ code: "graph_not_found", target: "depEnrollmentProfile" });
    expect(seen).toEqual([[profile]]);
  });

  it("objects below others are none where Graph is known to answer 404 for what was never set up", async () => {
    expect(await listOf({ "/organization": { value: [{ id: "1" }] } }, "organizationalBranding")).toEqual([]);
  });

  it("objects below others are not taken for gone when the listing breaks on a later page", async () => {
    const first = `${parents}/token%20a/enrollmentProfiles`;
    const nextLink = `${baseUrl}/beta${first}?$skiptoken=x`;
    const answers = { [parents]: tokens, [first]: { value: [profile], "@odata.nextLink": nextLink } };
    await expect(listOf(answers, "depEnrollmentProfile")).rejects.toMatchObject({ code: "graph_not_found" });
  });

  it("objects below others are looked for below each of them", async () => {
    const { client, asked } = aClient({ [parents]: tokens, [`${parents}/token%20b/enrollmentProfiles/1`]: profile });
    expect(await client.get(contractOf("depEnrollmentProfile"), "1", never)).toEqual(profile);
    expect(await client.get(contractOf("depEnrollmentProfile"), "2", never)).toBeUndefined();
    // Which objects there are to look below is asked once, not for each that is looked for (pitfall 11).
    expect(asked.filter((path) => path === parents)).toHaveLength(1);
  });

  it("objects below others are asked for below several at once, in order, and below thousands never all at once", async () => {
    const ids = Array.from({ length: 1_000 }, (_, at) => String(at));
    const below = (id: string) => `${parents}/${id}/enrollmentProfiles`;
    const lists = ids.map((id) => [below(id), { value: [{ ...profile, id }] }] as const);
    const answers = { [parents]: { value: ids.map((id) => ({ id })) }, ...Object.fromEntries(lists) };
    const { client, asked, waiting } = aClient(answers);
    const pages = client.list(contractOf("depEnrollmentProfile"), never)[Symbol.asyncIterator]();
    expect((await pages.next()).value).toMatchObject([{ id: "0" }]);
    expect([waiting.most, asked.length]).toEqual([8, 9]);
    const read: unknown[] = [];
    for (let page = await pages.next(); !page.done; page = await pages.next()) read.push(page.value[0]?.["id"]);
    expect(read).toEqual(ids.slice(1));
    expect(waiting.most).toBe(8);
  });

  it("objects below others are looked for below so many at once as one batch takes", async () => {
    const ids = Array.from({ length: 50 }, (_, at) => String(at));
    const answers = { [parents]: { value: ids.map((id) => ({ id })) } };
    const { client, waiting } = aClient(answers);
    expect(await client.get(contractOf("depEnrollmentProfile"), "x", never)).toBeUndefined();
    expect(waiting.most).toBe(20);
  });
});

it("an ordinary collection that answers 404 is a failure, never an empty one (pitfall 1)", async () => {
  await expect(listOf({}, "deviceCategory")).rejects.toMatchObject({ code: "graph_not_found" });
});

describe("what an object refers to beside its body (pitfall 10)", () => {
  const wifi = contractOf("deviceConfigurationWifi");
  const cast = "microsoft.graph.windowsWifiEnterpriseEAPConfiguration";
  const place = `/deviceManagement/deviceConfigurations/1/${cast}`;
  const certificate = {
    "@odata.type": "#microsoft.graph.windows81TrustedRootCertificate",
    id: "c",
    displayName: "Root",
  };

  it("is read through a cast to its kind, and named instead of copied", async () => {
    const { client } = aClient({
      [`${place}/rootCertificatesForServerValidation`]: { value: [{ ...certificate, trustedRootCertificate: "AAAA" }] },
    });
    const link = { path: "rootCertificatesForServerValidation", isMany: true, evidence };
    expect(await client.links(wifi, "1", link, never, cast)).toEqual([certificate]);
  });

  it("is nothing when Graph says twice that nothing is there", async () => {
    const link = { path: "identityCertificateForClientAuthentication", isMany: false, evidence };
    const path = `${place}/identityCertificateForClientAuthentication`;
    expect(await aClient({}).client.links(wifi, "1", link, never, cast)).toEqual([]);
    const slipping = aClient({ [path]: certificate }, [path]);
    expect(await slipping.client.links(wifi, "1", link, never, cast)).toEqual([certificate]);
  });
});
