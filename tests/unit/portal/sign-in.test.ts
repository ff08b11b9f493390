import { describe, expect, it } from "vitest";
import { type SignInSettings, toSignIn } from "../../../src/domain/portal/sign-in.ts";

const [portalAppId, home, other] = [
  "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a001",
  "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a002",
  "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a003",
];

const aDeployment: SignInSettings = {
  portalAppId,
  portalUrl: "https://portal.example.com",
  authority: "https://login.example.com",
  endpoint: "https://login.example.com",
  audience: "api://tenantpilot",
  allowedTenants: [home],
};

describe("how people sign in", () => {
  it("people of one home tenant sign in there", () => {
    expect(toSignIn(aDeployment)).toEqual({
      clientId: portalAppId,
      scope: "api://tenantpilot/access_as_user",
      issuer: `https://login.example.com/${home}/v2.0`,
      authorizationEndpoint: `https://login.example.com/${home}/oauth2/v2.0/authorize`,
      tokenEndpoint: `https://login.example.com/${home}/oauth2/v2.0/token`,
      endSessionEndpoint: `https://login.example.com/${home}/oauth2/v2.0/logout`,
      portalUrl: "https://portal.example.com",
    });
  });

  it("people of several home tenants sign in as people of any organisation, and each token names its own issuer", () => {
    const signIn = toSignIn({ ...aDeployment, allowedTenants: [home, other] });
    expect(signIn.tokenEndpoint).toBe("https://login.example.com/organizations/oauth2/v2.0/token");
    expect(signIn.issuer).toBe("https://login.example.com/{tenantid}/v2.0");
  });

  it("a home tenant that is named twice is one", () => {
    expect(toSignIn({ ...aDeployment, allowedTenants: [home, home] })).toEqual(toSignIn(aDeployment));
  });

  it("people sign in at another address on one machine, and their tokens are the authority's all the same", () => {
    const signIn = toSignIn({ ...aDeployment, endpoint: "http://127.0.0.1:7080" });
    expect(signIn.authorizationEndpoint).toBe(`http://127.0.0.1:7080/${home}/oauth2/v2.0/authorize`);
    expect(signIn.issuer).toBe(toSignIn(aDeployment).issuer);
  });

  it("nobody signs in where the portal has no registration, and the answer says which setting is missing", () => {
    expect(() => toSignIn({ ...aDeployment, portalAppId: undefined })).toThrow("PORTAL_APP_ID");
  });
});
