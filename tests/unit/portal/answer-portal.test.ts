import { describe, expect, it } from "vitest";
import { aFile, aPortal } from "./a-portal.ts";

const script = "assets/main-AB12CD34.js";
const encoded = { br: Buffer.from("brotli"), gzip: Buffer.from("gzip") };
const files = {
  [script]: aFile({ isImmutable: true, encoded }),
  "icon.svg": aFile({ mediaType: "image/svg+xml", encoded }),
};
const portal = aPortal({ files });

describe("an address of the portal", () => {
  it.each(["/", "/tenants", "/tenants/5a0d3c1e/inventory/settingsCatalog/a%20b?open=1.2", "/index.html", "//tenants"])(
    "is the page, whatever is behind it: %s",
    async (path) => {
      const { status, headers, body } = await portal(path);
      expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
      expect(body).toContain("style-nonce");
    },
  );

  it.each([
    "/api",
    "/api/",
    "/api/nothing",
    "/API/nothing",
    "//api/nothing",
    "/%61pi/nothing",
    "/api%2fhealth",
    "/api/x.js",
  ])("is no page where it is one of the API: %s", async (path) => {
    const { status, headers, body } = await portal(path);
    expect([status, headers.get("content-type")]).toEqual([404, "application/problem+json"]);
    expect(JSON.parse(body ?? "")).toMatchObject({ code: "not_found" });
  });

  it.each([
    ["a file that there is not", "/assets/main-00000000.js"],
    ["a file that is not the portal's", "/.env"],
    ["a path out of the folder", "/assets/..%2f..%2fpackage.json"],
    ["a path out of the folder, escaped", "/%2e%2e%2fpackage.json"],
    ["a path out of the folder, escaped twice", "/%252e%252e%252fpackage.json"],
    ["a path of Windows", "/assets%5c..%5cpackage"],
    ["the end of a text", "/assets/main%00"],
    ["an escape that is none", "/%E0%A4%A"],
    ["a file whose name is escaped", "/assets%2Fmain-AB12CD34.js"],
    ["a property of every object", "/constructor.js"],
    ["a compressed form by its own name", `/${script}.br`],
  ])("is nothing where it asks for %s: %s", async (_what, path) => {
    const { status, body } = await portal(path);
    expect(status).toBe(404);
    expect(JSON.parse(body ?? "")).toMatchObject({ code: "not_found" });
  });
});

describe("a file of the portal", () => {
  it.each([
    ["br, gzip", "br", "brotli"],
    ["gzip, deflate", "gzip", "gzip"],
    ["GZIP;q=0.5, br;q=0", "gzip", "gzip"],
    ["*", "br", "brotli"],
    ["br;q=0.000, *;q=0", null, "plain"],
    ["deflate", null, "plain"],
    ["", null, "plain"],
  ])("is sent in the smallest form that the browser takes: %j", async (accepted, name, text) => {
    const { headers, body } = await portal(`/${script}`, { "accept-encoding": accepted });
    expect([headers.get("content-encoding"), headers.get("vary"), body]).toEqual([name, "accept-encoding", text]);
  });

  it("is kept for a year where its name changes with its content", async () => {
    const { headers } = await portal(`/${script}`);
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  });

  it("is asked for again where its name stays, and costs no body while it is as it was", async () => {
    const { headers } = await portal("/icon.svg");
    expect(headers.get("cache-control")).toBe("no-cache");
    const again = await portal("/icon.svg", { "if-none-match": headers.get("etag") ?? "" });
    expect([again.status, again.body, again.headers.get("etag")]).toEqual([304, undefined, headers.get("etag")]);
  });

  it("has another ETag in each of its forms", async () => {
    const forms = await Promise.all(["br", "gzip", ""].map((form) => portal("/icon.svg", { "accept-encoding": form })));
    expect(new Set(forms.map(({ headers }) => headers.get("etag"))).size).toBe(3);
  });
});

describe("HEAD", () => {
  it.each(["/", `/${script}`, "/api/nothing"])("answers as GET does, without the body: %s", async (path) => {
    const [head, get] = [await portal(path, {}, "HEAD"), await portal(path)];
    expect([head.status, head.body, [...head.headers.keys()]]).toEqual([
      get.status,
      undefined,
      [...get.headers.keys()],
    ]);
  });
});

describe("a deployment without a registration of the portal", () => {
  it("answers 503 for the page and says what is missing, and unknown addresses of the API as ever", async () => {
    const none = aPortal({ files, portalAppId: undefined });
    const { status, headers, body } = await none("/");
    expect([status, headers.get("content-type")]).toEqual([503, "application/problem+json"]);
    expect(JSON.parse(body ?? "")).toMatchObject({
      code: "portal_missing",
      detail: "This deployment has no PORTAL_APP_ID.",
    });
    expect((await none("/api/nothing")).status).toBe(404);
  });
});
