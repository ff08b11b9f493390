import { decodeJwt } from "jose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { graphAppId } from "../../../config/graph-contracts/directory-objects.ts";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { homeTenantId } from "../../../local/stack/identities.ts";
import type { DirectoryClient } from "../../../src/domain/graph/directory-client.ts";
import { neededPermissions } from "../../../src/domain/graph/needed-permissions.ts";
import { customerTenantId } from "../../builders/an-entra.ts";
import { aDeployment, aDirectory, httpPrincipalId, portalUrl, workerPrincipalId } from "./a-directory.ts";

const nothingToDo = "The directory is as it should be.";

type Directory = Awaited<ReturnType<typeof aDirectory>>;
let directory: Directory;

beforeEach(async () => {
  directory = await aDirectory();
});
afterEach(() => directory.close());

/** Names of the permissions of Microsoft Graph that a registration asks for. */
async function asked(part: string): Promise<string[]> {
  const { requiredResourceAccess } = Object(await directory.application(part));
  const { appRoles } = Object(await directory.ask("GET", `/servicePrincipals(appId='${graphAppId}')`));
  const nameOf = new Map<string, string>(appRoles.map(({ id, value }: Record<string, string>) => [id, value]));
  const [graph] = requiredResourceAccess.filter((each: Record<string, string>) => each["resourceAppId"] === graphAppId);
  return graph.resourceAccess.map(({ id }: Record<string, string>) => nameOf.get(id ?? "")).sort();
}

describe("entra:setup --apply", () => {
  it("makes the API with its scope, its role and tokens of version 2", async () => {
    await directory.setUp();
    const { api } = await directory.objects();
    expect(api?.application).toMatchObject({
      signInAudience: "AzureADMyOrg",
      identifierUris: [`api://${api?.appId}`],
      api: {
        requestedAccessTokenVersion: 2,
        oauth2PermissionScopes: [{ value: "access_as_user", isEnabled: true }],
      },
      optionalClaims: { accessToken: [{ name: "idtyp", essential: false, additionalProperties: [] }] },
      groupMembershipClaims: "ApplicationGroup",
      appRoles: [
        { value: "Platform.Admin", allowedMemberTypes: ["User", "Application"] },
        { value: "Platform.Reader", allowedMemberTypes: ["User", "Application"] },
      ],
    });
    expect(api?.principal["appId"]).toBe(api?.appId);
  });

  it("S6 lets the API search groups in a person's name, as the http app's identity, and do nothing by itself", async () => {
    const values = aDeployment();
    const lines = (await directory.setUp({ values })).join("\n");
    const { api } = await directory.objects();
    expect(api?.credentials).toMatchObject([
      {
        name: "tenantpilot-http",
        issuer: `${directory.entra.authority}/${homeTenantId}/v2.0`,
        subject: httpPrincipalId,
        audiences: ["api://AzureADTokenExchange"],
      },
    ]);
    const { oauth2PermissionScopes: scopes } = Object(
      await directory.ask("GET", `/servicePrincipals(appId='${graphAppId}')`),
    );
    const search = scopes.find(({ value }: { value: string }) => value === "GroupMember.Read.All");
    const ours = { resourceAppId: graphAppId, resourceAccess: [{ id: search.id, type: "Scope" }] };
    expect(api?.application).toMatchObject({ requiredResourceAccess: [ours], passwordCredentials: [] });
    const query = `client_id=${api?.appId}&redirect_uri=https%3A%2F%2Fportal.example`;
    expect(lines).toContain(`${directory.entra.authority}/HOME-TENANT-ID/adminconsent?${query}`);
    expect(lines).not.toContain(`CUSTOMER-TENANT-ID/adminconsent?client_id=${api?.appId}`);

    // It is no surplus, but another one of the same kind is, and so is the application permission of the same name.
    const { appRoles } = Object(await directory.ask("GET", `/servicePrincipals(appId='${graphAppId}')`));
    const mail = scopes.find(({ value }: { value: string }) => value === "Mail.Read");
    const [role] = appRoles;
    const more = [
      { id: mail.id, type: "Scope" },
      { id: role.id, type: "Role" },
    ];
    await directory.ask("PATCH", "/applications(uniqueName='tenantpilot-dev-api')", {
      requiredResourceAccess: [{ ...ours, resourceAccess: [...ours.resourceAccess, ...more] }],
    });
    const told = `asks for more of Microsoft Graph than any contract needs: Mail.Read in a person's name, ${role.value}.`;
    expect((await directory.setUp({ values })).join("\n")).toContain(`tenantpilot-dev-api ${told}`);
    await directory.setUp({ values, prune: true });
    expect(await directory.application("api")).toMatchObject({ requiredResourceAccess: [ours] });
    expect(await directory.setUp({ values, prune: true })).toContain(nothingToDo);
  });

  it("an API of before gets its permission and its identity, and a trust of somebody else's is told", async () => {
    const before = await directory.setUp({ values: aDeployment({ WORKER_PRINCIPAL_ID: workerPrincipalId }) });
    expect(before.join("\n")).toContain("tenantpilot-dev-api cannot search groups for people yet");
    const api = "/applications(uniqueName='tenantpilot-dev-api')";
    await directory.ask("PATCH", api, { requiredResourceAccess: [] });
    const planned = await directory.setUp({ apply: false });
    expect(planned).toContain(
      `  - change tenantpilot-dev-api: landing page ${portalUrl}, permission GroupMember.Read.All in a person's name`,
    );
    expect(planned).toContain(`  - let the identity ${httpPrincipalId} sign in as tenantpilot-dev-api`);
    await directory.setUp();
    const { appId } = Object(await directory.application("read"));
    const path = `/applications(appId='${appId}')/federatedIdentityCredentials(name='tenantpilot-http')`;
    const foreign = { issuer: "https://issuer.example", subject: httpPrincipalId, audiences: ["a"] };
    await directory.ask("PATCH", path, foreign, "create-if-missing");
    expect((await directory.setUp()).join("\n")).toContain("tenantpilot-dev-read trusts others too: tenantpilot-http.");
  });

  it("makes one application for reading and one for writing, for every tenant, with what the contracts need (P5.3)", async () => {
    await directory.setUp();
    const { read, write } = await directory.objects();
    const needed = neededPermissions(contracts, "global");
    expect(await asked("read")).toEqual(needed.read);
    expect(await asked("write")).toEqual(needed.write);
    expect(needed.read.filter((name) => name.includes("ReadWrite"))).toEqual([]);
    for (const each of [read, write]) {
      expect(each?.application).toMatchObject({
        signInAudience: "AzureADMultipleOrgs",
        passwordCredentials: [],
        web: { redirectUris: [portalUrl, `${portalUrl}/api/consent`] },
      });
      expect(each?.credentials).toMatchObject([
        {
          issuer: `${directory.entra.authority}/${homeTenantId}/v2.0`,
          subject: workerPrincipalId,
          audiences: ["api://AzureADTokenExchange"],
        },
      ]);
    }
  });

  it("makes the portal: a browser comes back to one address, and nobody is asked for consent", async () => {
    await directory.setUp();
    const { api, portal } = await directory.objects();
    expect(portal?.application).toMatchObject({
      signInAudience: "AzureADMyOrg",
      identifierUris: [],
      spa: { redirectUris: [`${portalUrl}/signed-in`] },
      web: { redirectUris: [] },
      optionalClaims: { idToken: [{ name: "login_hint" }] },
      requiredResourceAccess: [],
      passwordCredentials: [],
    });
    expect([portal?.principal["appId"], portal?.credentials]).toEqual([portal?.appId, []]);
    const { oauth2PermissionScopes: scopes, preAuthorizedApplications } = Object(api?.application)["api"];
    expect(preAuthorizedApplications).toEqual([
      { appId: portal?.appId, delegatedPermissionIds: scopes.map(({ id }: { id: string }) => id) },
    ]);
  });

  it("learns the portal's address when it is known, and says until then that nobody can sign in", async () => {
    const lines = await directory.setUp({ values: aDeployment({ WORKER_PRINCIPAL_ID: workerPrincipalId }) });
    expect(lines.join("\n")).toContain("tenantpilot-dev-portal signs nobody in yet: set PORTAL_URL");
    expect(await directory.application("portal")).toMatchObject({ spa: { redirectUris: [] } });
    await directory.setUp();
    expect(await directory.application("portal")).toMatchObject({ spa: { redirectUris: [`${portalUrl}/signed-in`] } });
  });

  it("a second run changes nothing, writes nothing and says so", async () => {
    const values = aDeployment();
    await directory.setUp({ values });
    const [before, writes, sets] = [await directory.objects(), directory.writes(), values.sets.length];
    const lines = await directory.setUp({ values });
    expect(lines).toContain(nothingToDo);
    expect([await directory.objects(), directory.writes(), values.sets.length]).toEqual([before, writes, sets]);
  });

  it("keeps the ids in the deployment's environment, and the address that customers consent at", async () => {
    const values = aDeployment();
    const lines = await directory.setUp({ values });
    const { api, read, write, portal } = await directory.objects();
    // The audience of a version 2 token is the id of the API.
    expect(Object.fromEntries(values.kept)).toMatchObject({
      API_AUDIENCE: api?.appId,
      GRAPH_READ_APP_ID: read?.appId,
      GRAPH_WRITE_APP_ID: write?.appId,
      PORTAL_APP_ID: portal?.appId,
      ALLOWED_TENANTS: homeTenantId,
    });
    const query = `client_id=${read?.appId}&redirect_uri=https%3A%2F%2Fportal.example`;
    expect(lines.join("\n")).toContain(`${directory.entra.authority}/CUSTOMER-TENANT-ID/adminconsent?${query}`);
    expect(Object(read?.application)["web"].redirectUris).toEqual([portalUrl, `${portalUrl}/api/consent`]);
  });

  it("lets people of other tenants call the API only when the deployment allows one", async () => {
    const values = aDeployment({ ALLOWED_TENANTS: `${homeTenantId}, 11111111-2222-4333-8444-555555555555` });
    await directory.setUp({ values });
    expect(await directory.application("api")).toMatchObject({ signInAudience: "AzureADMultipleOrgs" });
    expect(await directory.application("portal")).toMatchObject({ signInAudience: "AzureADMultipleOrgs" });
    expect(values.sets).not.toContain("ALLOWED_TENANTS");
  });

  it("shuts nobody out of the API because an environment does not say who may call", async () => {
    await directory.setUp({ values: aDeployment({ ALLOWED_TENANTS: `${homeTenantId},${customerTenantId}` }) });
    const writes = directory.writes();
    const second = { ...aDeployment({ REGISTRATIONS_OF: "dev" }), environment: "second" };
    await expect(directory.setUp({ values: second })).rejects.toThrow(/azd env set ALLOWED_TENANTS/);
    expect([directory.writes(), second.sets]).toEqual([writes, []]);

    await directory.setUp({ values: aDeployment({ ALLOWED_TENANTS: homeTenantId }) });
    expect(await directory.application("api")).toMatchObject({ signInAudience: "AzureADMyOrg" });
  });

  it("asks in another cloud for what that has, and trusts tokens of that cloud", async () => {
    await directory.setUp({ values: aDeployment({ CLOUD: "china", WORKER_PRINCIPAL_ID: workerPrincipalId }) });
    expect(await asked("read")).toEqual(neededPermissions(contracts, "china").read);
    expect(await asked("read")).not.toContain("CloudPC.Read.All");
    const { read } = await directory.objects();
    expect(read?.credentials).toMatchObject([{ audiences: ["api://AzureADTokenExchangeChina"] }]);
  });

  it("trusts the worker's identity as soon as it is known, and the new one after it was made anew", async () => {
    const lines = await directory.setUp({ values: aDeployment({}) });
    expect(lines.filter((line) => line.includes("nobody sign in yet"))).toHaveLength(2);
    await directory.setUp();
    const { read } = await directory.objects();
    expect(read?.credentials).toMatchObject([{ subject: workerPrincipalId }]);
    await directory.setUp({ values: aDeployment({ WORKER_PRINCIPAL_ID: "another" }) });
    expect((await directory.objects())["read"]?.credentials).toMatchObject([{ subject: "another" }]);
  });
});

it("an environment in place of another one keeps its registrations, which customers consented to", async () => {
  await directory.setUp();
  const before = (await directory.objects())["read"];
  const given = { REGISTRATIONS_OF: "dev", WORKER_PRINCIPAL_ID: "in another region" };
  const values = { ...aDeployment(given), environment: "second" };
  await directory.setUp({ values });
  expect(values.kept.get("GRAPH_READ_APP_ID")).toBe(before?.appId);
  expect((await directory.objects())["read"]?.credentials).toMatchObject([{ subject: "in another region" }]);
  const wrong = aDeployment({ REGISTRATIONS_OF: "a'b" });
  await expect(directory.setUp({ values: wrong })).rejects.toThrow(/cannot name an environment/);
});

describe("entra:setup --dry-run", () => {
  it("prints the plan that --apply then carries out, and changes nothing", async () => {
    const values = aDeployment();
    const planned = await directory.setUp({ apply: false, values });
    expect([directory.writes(), values.sets]).toEqual([0, []]);
    const applied = await directory.setUp({ values });
    const steps = (lines: string[]) => lines.filter((line) => line.startsWith("  - ")).slice(0, -1);
    expect(steps(planned).length).toBeGreaterThan(8);
    expect(steps(applied)).toEqual(steps(planned));
    const done = applied.filter((line) => line.startsWith("  done: ") && !line.startsWith("  done: keep"));
    expect(done.map((line) => line.replace("  done: ", "  - "))).toEqual(steps(planned));
    const kept =
      "  - keep in the environment: API_AUDIENCE, GRAPH_READ_APP_ID, GRAPH_WRITE_APP_ID, PORTAL_APP_ID, ALLOWED_TENANTS";
    expect(planned).toContain(kept);
  });

  it("asks for nothing more when there is nothing to do", async () => {
    const values = aDeployment();
    await directory.setUp({ values });
    expect(await directory.setUp({ apply: false, values })).toEqual([
      expect.stringContaining("environment dev"),
      nothingToDo,
    ]);
  });
});

describe("what set-up did not make", () => {
  it("a registration of the same unique name stops everything before the first write", async () => {
    await directory.ask(
      "PATCH",
      "/applications(uniqueName='tenantpilot-dev-write')",
      { displayName: "x" },
      "create-if-missing",
    );
    await expect(directory.setUp()).rejects.toThrow(/tenantpilot-dev-write exists .* was not made by this command/);
    expect(directory.writes()).toBe(1);
  });

  it("is left alone beside ours, and told: permissions, credentials, addresses, names", async () => {
    await directory.setUp();
    const { read, write } = await directory.objects();
    const graph = Object(await directory.ask("GET", `/servicePrincipals(appId='${graphAppId}')`));
    const mail = graph.appRoles.find(({ value }: { value: string }) => value === "Mail.Read");
    const [ours] = Object(read?.application)["requiredResourceAccess"];
    const other = {
      resourceAppId: "11111111-1111-4111-8111-111111111111",
      resourceAccess: [{ id: "a", type: "Scope" }],
    };
    const more = { ...ours, resourceAccess: [...ours.resourceAccess.slice(1), { id: mail.id, type: "Role" }] };
    await directory.ask("PATCH", "/applications(uniqueName='tenantpilot-dev-read')", {
      displayName: "Renamed by somebody",
      requiredResourceAccess: [other, more],
      web: { redirectUris: ["https://elsewhere.example"] },
    });
    await directory.ask("PATCH", "/applications(uniqueName='tenantpilot-dev-portal')", {
      spa: { redirectUris: ["https://elsewhere.example/signed-in"] },
    });
    const groups = { name: "groups", source: null, essential: true, additionalProperties: [] };
    await directory.ask("PATCH", "/applications(uniqueName='tenantpilot-dev-api')", {
      optionalClaims: { accessToken: [groups], idToken: [groups] },
      api: { preAuthorizedApplications: [{ appId: write?.appId, delegatedPermissionIds: [] }] },
    });
    const foreign = { issuer: "https://issuer.example", subject: "s", audiences: ["a"] };
    const path = `/applications(appId='${write?.appId}')/federatedIdentityCredentials(name='theirs')`;
    await directory.ask("PATCH", path, foreign, "create-if-missing");

    const lines = (await directory.setUp()).join("\n");
    expect(await asked("read")).toEqual([...neededPermissions(contracts, "global").read, "Mail.Read"].sort());
    expect(await directory.application("read")).toMatchObject({
      displayName: "Renamed by somebody",
      requiredResourceAccess: [other, { resourceAppId: graphAppId }],
      web: { redirectUris: ["https://elsewhere.example", portalUrl, `${portalUrl}/api/consent`] },
    });
    expect(await directory.application("api")).toMatchObject({
      api: { preAuthorizedApplications: [{ appId: write?.appId, delegatedPermissionIds: [] }, {}] },
      optionalClaims: { accessToken: [groups, { name: "idtyp" }], idToken: [groups] },
    });
    expect((await directory.objects())["write"]?.credentials).toHaveLength(2);
    expect(lines).toContain("asks for more of Microsoft Graph than any contract needs: Mail.Read.");
    const returns = ["https://elsewhere.example/signed-in", `${portalUrl}/signed-in`];
    expect(await directory.application("portal")).toMatchObject({ spa: { redirectUris: returns } });
    expect(lines).toContain(`tenantpilot-dev-portal sends people back elsewhere too: ${returns[0]}.`);
    expect(lines).toContain("tenantpilot-dev-write trusts others too: theirs.");

    await directory.setUp({ prune: true });
    expect(await asked("read")).toEqual(neededPermissions(contracts, "global").read);
    expect(await directory.application("read")).toMatchObject({ requiredResourceAccess: [other, {}] });
    expect(await directory.application("portal")).toMatchObject({ spa: { redirectUris: [`${portalUrl}/signed-in`] } });
    expect(await directory.setUp({ prune: true })).toContain(nothingToDo);
  });
});

describe("a set-up that goes wrong", () => {
  /** A client whose process dies as soon as the write of this number was carried out. */
  function dying(at: number): DirectoryClient {
    const client = directory.makeClient();
    let writes = 0;
    const mortal =
      <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        const result = await write(...args);
        writes += 1;
        if (writes === at) throw new Error("killed");
        return result;
      };
    const upsert = mortal((...args: Parameters<DirectoryClient["upsert"]>) => client.upsert(...args));
    const update = mortal((...args: Parameters<DirectoryClient["update"]>) => client.update(...args));
    return { ...client, upsert, update };
  }

  it("is finished by the next run, wherever it was cut off", async () => {
    const all = (await directory.setUp({ apply: false })).filter((line) => line.startsWith("  - ")).length - 1;
    for (let at = 1; at <= all; at += 1) {
      // An environment of its own, so that each begins from nothing.
      const values = { ...aDeployment(), environment: `cut-${at}` };
      await expect(directory.setUp({ values, client: dying(at) })).rejects.toThrow("killed");
      await directory.setUp({ values });
      expect(await directory.setUp({ values })).toContain(nothingToDo);
    }
  });

  it("makes nothing twice when answers are lost on their way (pitfall 23)", async () => {
    const writes = ["-api'", "-read'", "-write'", "-portal'", "servicePrincipals", "federatedIdentityCredentials"];
    const faults = writes.map((match) => ({ match: `PATCH .*${match}`, kind: "drop_after", times: 3 }) as const);
    directory.graph.control.setFaults(faults);
    await directory.setUp();
    expect(await directory.setUp()).toContain(nothingToDo);
    expect(directory.graph.control.counters().byPath["POST /v1.0/applications"]).toBeUndefined();
  });

  it("waits for a directory that shows late what was just made", async () => {
    directory.graph.control.setDirectoryDelay(1_500);
    await directory.setUp();
    // Some of it is not seen yet: then it is written again, and is still there once.
    await directory.setUp();
    directory.clock.passed(1_500);
    const { read } = await directory.objects();
    expect(read?.credentials).toHaveLength(1);
    expect(await directory.setUp()).toContain(nothingToDo);
  });

  it("goes on after throttling, as long as Retry-After says (P6.14)", async () => {
    directory.graph.control.throttle({ match: "PATCH", times: 3, retryAfter: "2" });
    await directory.setUp();
    expect(directory.clock.pauses.filter((ms) => ms >= 2_000).length).toBeGreaterThanOrEqual(3);
  });

  it("two at once make each object once", async () => {
    const [one, two] = [aDeployment(), aDeployment()];
    await Promise.all([directory.setUp({ values: one }), directory.setUp({ values: two })]);
    expect(one.kept).toEqual(two.kept);
    const { read } = await directory.objects();
    expect(read?.credentials).toHaveLength(1);
    expect(await directory.setUp()).toContain(nothingToDo);
  });

  it("says who may not: reading is enough for a directory that is as it should be", async () => {
    await expect(directory.setUp({ as: "reader" })).rejects.toMatchObject({ code: "graph_forbidden" });
    await directory.setUp();
    expect(await directory.setUp({ as: "reader" })).toContain(nothingToDo);
  });

  it("refuses a sign-in to another directory than the deployment's", async () => {
    const values = aDeployment({ AZURE_TENANT_ID: "11111111-2222-4333-8444-555555555555" });
    await expect(directory.setUp({ values })).rejects.toThrow(/signed in to the directory/);
  });
});

describe("the application that set-up made, in an Entra that knows nothing else of it", () => {
  const customer = { tid: customerTenantId };

  it("lets the worker's identity sign in to a customer, with what the registration asks for, and nobody else", async () => {
    await directory.setUp();
    const { appId: clientId, credentials } = (await directory.objects())["read"] ?? { appId: "", credentials: [] };
    const roles = await asked("read");
    await using entra = await directory.entraThatKnows({ clientId, credentials, roles });
    const { token } = await entra.asApplication("worker");
    expect(decodeJwt(token)).toMatchObject({
      ...customer,
      appid: clientId,
      roles: neededPermissions(contracts, "global").read,
    });
    await expect(entra.asApplication("http")).rejects.toThrow(/AADSTS700213/);
  });

  it.each(["issuer", "subject", "audiences"])(
    "refuses the worker's identity when the %s is another",
    async (property) => {
      await directory.setUp();
      const [credential] = (await directory.objects())["read"]?.credentials ?? [];
      if (!credential) throw new Error("Set-up made no credential.");
      const credentials = [{ ...credential, [property]: ["another"] }];
      await using entra = await directory.entraThatKnows({ clientId: workerPrincipalId, credentials, roles: [] });
      await expect(entra.asApplication("worker")).rejects.toThrow(/AADSTS700213/);
    },
  );
});
