import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeIngestion } from "../../../src/adapters/telemetry/make-ingestion.ts";

const first = "https://westeurope-5.in.applicationinsights.azure.com";
const record = {
  name: "x",
  time: "2026-11-30T10:00:00.000Z",
  iKey: "k",
  tags: {},
  data: { baseType: "MetricData", baseData: {} },
} as const;

let asked: string[] = [];
let answers: Response[] = [];
beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", async (address: string, { redirect }: RequestInit) => {
    // The library would carry the token to whatever host is named.
    expect(redirect).toBe("manual");
    asked.push(address);
    return answers.shift() ?? new Response("{}");
  });
});
afterEach(() => vi.unstubAllGlobals());

const redirectTo = (location: string, status = 308): Response => new Response(null, { status, headers: { location } });

function anIngestion() {
  const credential = { getToken: async () => ({ token: "of the identity" }) };
  const connection = { instrumentationKey: "k", endpoint: first, scope: "https://monitor.azure.com//.default" };
  const ingestion = makeIngestion(connection, credential);
  ingestion.add([record]);
  return ingestion;
}

describe("the place where telemetry is taken in", () => {
  it.each([307, 308])("may name another one of its own (%d), which is asked from then on", async (status) => {
    const region = "https://weeu.in.applicationinsights.azure.com/v2.1/track";
    answers = [redirectTo(region, status)];
    const ingestion = anIngestion();
    await ingestion.send();
    ingestion.add([record]);
    await ingestion.send();
    expect(asked).toEqual([`${first}/v2.1/track`, region, region]);
  });

  it.each([
    "https://example.com/v2.1/track",
    "https://in.applicationinsights.azure.com.example.com/v2.1/track",
    "https://in.applicationinsights.azure.com@example.com/v2.1/track",
    "https://xapplicationinsights.azure.com/v2.1/track",
    "http://weeu.in.applicationinsights.azure.com/v2.1/track",
    "/v2.1/track",
  ])("is not followed to %s: the identity's token is for Azure Monitor alone (P5.3)", async (location) => {
    answers = [redirectTo(location)];
    await expect(anIngestion().send()).rejects.toThrow("308");
    expect(asked).toHaveLength(1);
  });

  it("is given up when it sends round in a circle", async () => {
    answers = Array.from({ length: 9 }, () => redirectTo(`${first}/v2.1/track`));
    await expect(anIngestion().send()).rejects.toThrow("508");
    expect(asked).toHaveLength(4);
  });
});
