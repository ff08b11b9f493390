import { describe, expect, it } from "vitest";
import { cloudOfSetup } from "../../../tools/entra/cloud-of-setup.ts";

const ofShell = (env: NodeJS.ProcessEnv, cloud?: string) => cloudOfSetup(cloud, env);

describe("the cloud that entra:setup works in", () => {
  it("is the deployment's, at Microsoft's own addresses", () => {
    expect(ofShell({}, "us_gov_l5")).toMatchObject({
      GRAPH_BASE_URL: "https://dod-graph.microsoft.us",
      ENTRA_AUTHORITY: "https://login.microsoftonline.us",
    });
    const own = {
      GRAPH_BASE_URL: "https://graph.microsoft.com/",
      ENTRA_AUTHORITY: "https://login.microsoftonline.com",
    };
    expect(ofShell(own)).toMatchObject({ CLOUD: "global", GRAPH_BASE_URL: "https://graph.microsoft.com" });
  });

  it("may be this machine's, as a whole", () => {
    const here = { GRAPH_BASE_URL: "http://127.0.0.1:7075", ENTRA_AUTHORITY: "https://localhost:7076" };
    expect(ofShell(here)).toMatchObject(here);
  });

  it.each([
    { GRAPH_BASE_URL: "https://graph.example.com", ENTRA_AUTHORITY: "https://localhost:7076" },
    { GRAPH_BASE_URL: "http://graph.microsoft.com", ENTRA_AUTHORITY: "https://localhost:7076" },
    { GRAPH_BASE_URL: "http://127.0.0.1.example.com", ENTRA_AUTHORITY: "https://localhost:7076" },
    { GRAPH_BASE_URL: "https://graph.microsoft.us" },
    { GRAPH_BASE_URL: "http://127.0.0.1:7075" },
  ])("sends an administrator's token nowhere else: %o", (env) => {
    expect(() => ofShell(env)).toThrow("on this machine");
  });

  it.each([{ ENTRA_AUTHORITY: "https://localhost:7076" }, { ENTRA_AUTHORITY: "https://login.example.com" }])(
    "lets no application of a real directory trust another issuer: %o",
    (env) => {
      expect(() => ofShell(env)).toThrow("on this machine");
    },
  );

  it("is one that there is", () => {
    expect(() => ofShell({}, "mars")).toThrow("CLOUD is one of");
  });
});
