import { describe, expect, it } from "vitest";
import { aFile, aPortal } from "./a-portal.ts";

const script = "assets/main-AB12CD34.js";
const portal = aPortal({ files: { [script]: aFile({ isImmutable: true }) } });

describe("the page's policy", () => {
  it("allows nothing but the portal's own scripts, styles, images and fonts, and the address that gives tokens", async () => {
    const { headers } = await portal("/");
    expect(headers.get("content-security-policy")?.replace(/nonce-[\w-]+/, "nonce-X")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-X'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self' https://login.example.com; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });

  it("names the nonce that the page's styles have, and no place of the page is left without", async () => {
    const { headers, body } = await portal("/");
    const [, nonce] = /'nonce-([\w-]{22})'/.exec(headers.get("content-security-policy") ?? "") ?? [];
    expect(body).toBe(`<meta name="style-nonce" content="${nonce}"><style nonce="${nonce}"></style>`);
  });

  it("has another nonce in each answer, so no answer may be kept and none is a 304", async () => {
    const [first, second] = [await portal("/"), await portal("/", { "if-none-match": "*" })];
    expect(first.body).not.toBe(second.body);
    for (const { status, headers } of [first, second]) {
      expect([status, headers.get("cache-control"), headers.get("etag")]).toEqual([200, "no-store", null]);
    }
  });
});

describe.each(["/", `/${script}`])("every answer of the portal (%s)", (path) => {
  it.each([
    ["lets no browser guess what it is", "x-content-type-options", "nosniff"],
    ["tells no other site where its reader came from", "referrer-policy", "no-referrer"],
    ["shares its window with no other site", "cross-origin-opener-policy", "same-origin"],
    ["is embedded by no other site", "cross-origin-resource-policy", "same-origin"],
    ["uses no camera, microphone or place", "permissions-policy", "camera=(), microphone=(), geolocation=()"],
  ])("every answer of the portal %s", async (_rule, name, value) => {
    expect((await portal(path)).headers.get(name)).toBe(value);
  });

  it("is shown in no frame", async () => {
    expect((await portal(path)).headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it("asks for https ever after where the portal is on https, and never over plain http", async () => {
    expect((await portal(path)).headers.get("strict-transport-security")).toBe("max-age=31536000");
    const plain = aPortal({ files: { [script]: aFile() }, portalUrl: "http://127.0.0.1:7071" });
    expect((await plain(path)).headers.get("strict-transport-security")).toBeNull();
  });

  it("lets no script of another origin read it", async () => {
    const { headers } = await portal(path, { origin: "https://other.example.com" });
    expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });
});
