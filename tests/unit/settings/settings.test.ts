import { describe, expect, it } from "vitest";
import { type Cloud, cloudSchema } from "../../../src/domain/graph/cloud.ts";
import { parseHttpSettings, parseSettings } from "../../../src/settings.ts";

const guid = "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a001";

/** Settings of an app in Azure. */
const complete = {
  APP_PART: "http",
  COSMOS_ENDPOINT: "https://example.documents.azure.com",
  SERVICE_BUS__fullyQualifiedNamespace: "example.servicebus.windows.net",
  BLOB_ENDPOINT: "https://example.blob.core.windows.net",
  TRANSIENT_BLOB_ENDPOINT: "https://transient.blob.core.windows.net",
  PORTAL_URL: "https://portal.example.com",
  API_AUDIENCE: "api://tenantpilot",
  ALLOWED_TENANTS: guid,
  MANAGED_IDENTITY_CLIENT_ID: guid,
  WEBSITE_SITE_NAME: "example",
};

const withoutAzure = { ...complete, WEBSITE_SITE_NAME: "" };

/** Names of the settings that are complained about. */
function problemsOf(environment: NodeJS.ProcessEnv): string[] {
  try {
    parseSettings(environment);
    return [];
  } catch (error) {
    const lines = String(error).split("\n").slice(1);
    return lines.map((line) => line.trim().split(":")[0] ?? "");
  }
}

describe("settings", () => {
  it("complete settings are taken, and the public clouds are the default", () => {
    expect(parseSettings(complete)).toMatchObject({
      ENTRA_AUTHORITY: "https://login.microsoftonline.com",
      GRAPH_BASE_URL: "https://graph.microsoft.com",
      COSMOS_DATABASE: "tenantpilot",
    });
  });

  it("settings list every problem at once", () => {
    expect(problemsOf({ APP_PART: "both", COSMOS_ENDPOINT: "not an address", ALLOWED_TENANTS: "nobody" })).toEqual(
      expect.arrayContaining([
        "APP_PART",
        "COSMOS_ENDPOINT",
        "SERVICE_BUS__fullyQualifiedNamespace",
        "BLOB_ENDPOINT",
        "PORTAL_URL",
        "API_AUDIENCE",
      ]),
    );
  });

  it("settings give runs other times outside Azure, and none there", () => {
    const times = { RUN_LEASE_MS: "5000", RUN_SILENT_AFTER_MS: "6000" };
    expect(parseSettings({ ...withoutAzure, ...times })).toMatchObject({
      RUN_LEASE_MS: 5_000,
      RUN_SILENT_AFTER_MS: 6_000,
    });
    expect(problemsOf({ ...complete, ...times })).toEqual(["RUN_LEASE_MS", "RUN_SILENT_AFTER_MS"]);
    expect(problemsOf({ ...withoutAzure, RUN_LEASE_MS: "100" })).toEqual(["RUN_LEASE_MS"]);
  });

  it("settings in Azure name no authority but Microsoft's and no endpoint without TLS", () => {
    const settings = { ENTRA_AUTHORITY: "https://localhost", BLOB_ENDPOINT: "http://127.0.0.1:1" };
    expect(problemsOf({ ...complete, ...settings })).toEqual(expect.arrayContaining(Object.keys(settings)));
  });

  it("empty settings count as missing", () => {
    expect(problemsOf({ ...complete, API_AUDIENCE: "" })).toEqual(["API_AUDIENCE"]);
  });

  it("several home tenants are separated by commas", () => {
    const list = `${guid.toUpperCase()} , ${guid}`;
    expect(parseHttpSettings({ ...complete, ALLOWED_TENANTS: list }).ALLOWED_TENANTS).toEqual([guid, guid]);
  });

  it("settings name the platform's home tenants among those that may call, the first of these when they say nothing", () => {
    const other = "11111111-2222-4333-8444-555555555555";
    const both = { ...complete, ALLOWED_TENANTS: `${guid},${other}` };
    expect(parseHttpSettings(both).PLATFORM_TENANTS).toEqual([guid]);
    expect(parseHttpSettings({ ...both, PLATFORM_TENANTS: "" }).PLATFORM_TENANTS).toEqual([guid]);
    const named = parseHttpSettings({ ...both, PLATFORM_TENANTS: ` ${other.toUpperCase()}` });
    expect([named.PLATFORM_TENANTS, named.firstPlatformTenant]).toEqual([[other], other]);
    expect(problemsOf({ ...complete, PLATFORM_TENANTS: other })).toEqual(["PLATFORM_TENANTS"]);
    expect(problemsOf({ ...complete, PLATFORM_TENANTS: "nobody" })).toEqual(["PLATFORM_TENANTS.0"]);
  });

  it("addresses lose the slash at their end", () => {
    const settings = parseSettings({ ...complete, BLOB_ENDPOINT: `${complete.BLOB_ENDPOINT}/` });
    expect(settings.BLOB_ENDPOINT).toBe(complete.BLOB_ENDPOINT);
  });

  it("settings of the worker name the application that reads tenants; the http app has none", () => {
    expect(problemsOf({ ...complete, APP_PART: "worker" })).toEqual(["GRAPH_READ_APP_ID"]);
    expect(problemsOf({ ...complete, APP_PART: "worker", GRAPH_READ_APP_ID: guid })).toEqual([]);
    expect(problemsOf(complete)).toEqual([]);
  });

  it("settings of the worker do not say who may call the API", () => {
    const shared = { ...complete, PORTAL_URL: "", API_AUDIENCE: "", ALLOWED_TENANTS: "" };
    expect(problemsOf({ ...shared, APP_PART: "worker", GRAPH_READ_APP_ID: guid })).toEqual([]);
    expect(problemsOf(shared)).toEqual(["PORTAL_URL", "API_AUDIENCE", "ALLOWED_TENANTS"]);
  });
});

describe("settings of the portal", () => {
  it("settings without a registration of the portal are complete: the API works", () => {
    expect(parseHttpSettings(complete).PORTAL_APP_ID).toBeUndefined();
    expect(problemsOf({ ...complete, PORTAL_APP_ID: "the portal" })).toEqual(["PORTAL_APP_ID"]);
  });

  it("settings take the portal's files from beside the running file, or from the folder that they name", () => {
    expect(parseHttpSettings(complete).PORTAL_FILES).toMatch(/\/web$/);
    expect(parseHttpSettings({ ...complete, PORTAL_FILES: "/files" }).PORTAL_FILES).toBe("/files");
  });

  it.each(["http://127.0.0.1:7080", "http://localhost:7080", "http://[::1]:7080"])(
    "settings let people sign in at %s, an address of this machine",
    (SIGN_IN_ENDPOINT) => {
      expect(parseHttpSettings({ ...withoutAzure, SIGN_IN_ENDPOINT }).SIGN_IN_ENDPOINT).toBe(SIGN_IN_ENDPOINT);
    },
  );

  it.each([
    "https://login.example.com",
    "http://127.0.0.1.example.com",
    "http://localhost@example.com",
    "http://192.168.0.1",
    "not an address",
  ])("settings let nobody sign in at %s, which is no address of this machine", (SIGN_IN_ENDPOINT) => {
    expect(problemsOf({ ...withoutAzure, SIGN_IN_ENDPOINT })).toEqual(["SIGN_IN_ENDPOINT"]);
  });

  it("settings in Azure refuse another place to sign in, be it on loopback", () => {
    expect(problemsOf({ ...complete, SIGN_IN_ENDPOINT: "http://127.0.0.1:7080" })).toEqual(["SIGN_IN_ENDPOINT"]);
  });

  it("settings of the worker do not know the portal", () => {
    const worker = { ...complete, APP_PART: "worker", GRAPH_READ_APP_ID: guid, PORTAL_APP_ID: guid };
    expect(parseSettings(worker)).not.toHaveProperty("PORTAL_APP_ID");
  });
});

describe("the cloud", () => {
  // https://learn.microsoft.com/graph/deployments
  const rows = [
    ["us_gov_l4", "https://graph.microsoft.us", "https://login.microsoftonline.us", "USGov"],
    ["us_gov_l5", "https://dod-graph.microsoft.us", "https://login.microsoftonline.us", "USGov"],
    ["china", "https://microsoftgraph.chinacloudapi.cn", "https://login.partner.microsoftonline.cn", "China"],
    ["global", "https://graph.microsoft.com", "https://login.microsoftonline.com", ""],
  ] as const;
  it.each(rows)("%s decides endpoint, authority and both token scopes", (CLOUD, graph, authority, federation) => {
    expect(parseSettings({ ...complete, CLOUD })).toMatchObject({
      GRAPH_BASE_URL: graph,
      ENTRA_AUTHORITY: authority,
      graphScope: `${graph}/.default`,
      federationScope: `api://AzureADTokenExchange${federation}/.default`,
    });
  });

  it("is one of those that contracts name", () => {
    const clouds: readonly Cloud[] = rows.map(([cloud]) => cloud);
    expect(clouds.toSorted()).toEqual(cloudSchema.options.toSorted());
    expect(problemsOf({ ...complete, CLOUD: "germany" })).toEqual(["CLOUD"]);
  });

  it("keeps its token scopes where another host answers, on this machine alone", () => {
    const own = { CLOUD: "china", GRAPH_BASE_URL: "http://127.0.0.1:1", ENTRA_AUTHORITY: "https://localhost:2" };
    expect(parseSettings({ ...withoutAzure, ...own })).toMatchObject({
      ...own,
      graphScope: "https://microsoftgraph.chinacloudapi.cn/.default",
    });
    expect(problemsOf({ ...complete, ...own })).toEqual(["ENTRA_AUTHORITY", "GRAPH_BASE_URL"]);
  });

  it("a deployment takes no endpoint of another cloud", () => {
    const other = {
      ENTRA_AUTHORITY: "https://login.microsoftonline.com",
      GRAPH_BASE_URL: "https://graph.microsoft.com",
    };
    expect(problemsOf({ ...complete, ...other, CLOUD: "us_gov_l4" })).toEqual(["ENTRA_AUTHORITY", "GRAPH_BASE_URL"]);
    expect(problemsOf({ ...complete, ...other })).toEqual([]);
  });
});

describe("settings in Azure", () => {
  it("settings in Azure refuse an authority that is not Microsoft's", () => {
    const foreign = { ENTRA_AUTHORITY: "https://login.example.com" };
    expect(problemsOf({ ...complete, ...foreign })).toEqual(["ENTRA_AUTHORITY"]);
    expect(problemsOf({ ...withoutAzure, ...foreign })).toEqual([]);
  });

  it.each([
    "https://login.microsoftonline.com.example.com",
    "http://login.microsoftonline.com",
    "https://login.microsoftonline.com@example.com",
  ])("settings in Azure refuse %s, which only looks like Microsoft's", (authority) => {
    expect(problemsOf({ ...complete, ENTRA_AUTHORITY: authority })).toEqual(["ENTRA_AUTHORITY"]);
  });

  const endpoints = ["COSMOS_ENDPOINT", "BLOB_ENDPOINT", "TRANSIENT_BLOB_ENDPOINT", "GRAPH_BASE_URL", "PORTAL_URL"];
  it.each(endpoints)("settings in Azure refuse plain http for %s", (name) => {
    const plain = { [name]: "http://example.com" };
    expect(problemsOf({ ...complete, ...plain })).toEqual([name]);
    expect(problemsOf({ ...withoutAzure, ...plain })).toEqual([]);
  });

  it.each([
    ["the app's managed identity", "MANAGED_IDENTITY_CLIENT_ID"],
    ["the account of what is transient", "TRANSIENT_BLOB_ENDPOINT"],
  ])("settings in Azure name %s", (_what, name) => {
    const nameless = { [name]: "" };
    expect(problemsOf({ ...complete, ...nameless })).toEqual([name]);
    expect(problemsOf({ ...withoutAzure, ...nameless })).toEqual([]);
  });

  it("settings in Azure list all problems of one deployment at once", () => {
    const wrong = { APP_PART: "worker", ENTRA_AUTHORITY: "http://localhost:1", PORTAL_URL: "http://example.com" };
    expect(problemsOf({ ...complete, ...wrong })).toEqual(["GRAPH_READ_APP_ID", "ENTRA_AUTHORITY", "PORTAL_URL"]);
  });

  it("settings in Azure name an instance of Application Insights and its endpoint on TLS, or none at all", () => {
    const key = "InstrumentationKey=5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a001";
    const withString = (text: string) =>
      problemsOf({ ...complete, APPLICATIONINSIGHTS_CONNECTION_STRING: text }).filter((each) => /INSIGHTS/.test(each));
    expect(withString(`${key};IngestionEndpoint=https://example.com/;LiveEndpoint=https://example.com/`)).toEqual([]);
    expect(withString("")).toEqual([]);
    expect(withString(`${key};IngestionEndpoint=http://example.com/`)).toHaveLength(1);
    expect(withString("IngestionEndpoint=https://example.com/")).toHaveLength(1);
  });
});
