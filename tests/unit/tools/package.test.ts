import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { makePackage } from "../../../tools/package/make-package.ts";
import { toBillOfMaterials } from "../../../tools/package/to-bill-of-materials.ts";
import { toZip } from "../../../tools/package/to-zip.ts";

const madeAt = new Date("2026-11-24T10:20:30Z");
const aBuild = { name: "tenantpilot", version: "1.2.3", commit: "abc", madeAt };
const aLock = {
  packages: {
    "node_modules/@azure/cosmos": { version: "4.0.0", integrity: "sha512-AAEC", license: "MIT" },
    "node_modules/a/node_modules/b": { version: "2.0.0", license: "(MIT OR Apache-2.0)" },
    "node_modules/unused": { version: "1.0.0" },
  },
};

/** Reads an archive by its central directory, as unzip does: path to content. */
function unzip(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const path = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26);
    const content = inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20)));
    expect(crc32(content)).toBe(zip.readUInt32LE(at + 16));
    files.set(path, content.toString());
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

describe("toZip", () => {
  it("keeps paths and contents, empty ones and those beyond ASCII too", () => {
    const entries = { "a.txt": "alpha", "folder/ü.txt": "x".repeat(100_000), empty: "" };
    const zip = toZip(
      Object.entries(entries).map(([path, text]) => ({ path, content: Buffer.from(text) })),
      madeAt,
    );
    expect(Object.fromEntries(unzip(zip))).toEqual(entries);
  });

  it("makes the same bytes of the same content, and others at another time", () => {
    const entries = [{ path: "a", content: Buffer.from("alpha") }];
    expect(toZip(entries, madeAt)).toEqual(toZip(entries, madeAt));
    expect(toZip(entries, new Date(0x19f00000000))).not.toEqual(toZip(entries, madeAt));
  });

  it("writes the time as day and two seconds, in UTC", () => {
    const zip = toZip([{ path: "a", content: Buffer.from("") }], madeAt);
    expect(zip.readUInt16LE(10)).toBe((10 << 11) | (20 << 5) | 15);
    expect(zip.readUInt16LE(12)).toBe((46 << 9) | (11 << 5) | 24);
  });

  it.each(["../a", "/a", "a\\b", "a/../../b"])("refuses the path %s", (path) => {
    expect(() => toZip([{ path, content: Buffer.from("") }], madeAt)).toThrow("does not belong");
  });
});

describe("toBillOfMaterials", () => {
  const bundled = [
    "src/app.ts",
    "node_modules/@azure/cosmos/dist/a.js",
    "node_modules/@azure/cosmos/dist/b.js",
    "node_modules/a/node_modules/b/index.js",
  ];

  it("lists each bundled package once, at its own version, and no other", () => {
    expect(toBillOfMaterials(aBuild, bundled, aLock)).toMatchObject({
      bomFormat: "CycloneDX",
      specVersion: "1.5",
      components: [
        {
          name: "@azure/cosmos",
          version: "4.0.0",
          purl: "pkg:npm/%40azure/cosmos@4.0.0",
          hashes: [{ alg: "SHA-512", content: "000102" }],
          licenses: [{ license: { id: "MIT" } }],
        },
        { name: "b", version: "2.0.0", licenses: [{ expression: "(MIT OR Apache-2.0)" }] },
      ],
    });
  });

  it("lists a package once that npm put into two folders at the same version", () => {
    const twice = {
      packages: { "node_modules/b": { version: "2.0.0" }, "node_modules/a/node_modules/b": { version: "2.0.0" } },
    };
    const bill = toBillOfMaterials(aBuild, ["node_modules/b/i.js", "node_modules/a/node_modules/b/i.js"], twice);
    expect(bill).toMatchObject({ components: [{ "bom-ref": "pkg:npm/b@2.0.0" }] });
    expect(Object(bill).components).toHaveLength(1);
  });

  it("says which build it describes", () => {
    expect(toBillOfMaterials(aBuild, [], aLock)).toMatchObject({
      metadata: {
        timestamp: "2026-11-24T10:20:30.000Z",
        component: { version: "1.2.3", properties: [{ name: "tenantpilot:commit", value: "abc" }] },
      },
    });
  });

  it("refuses a package that nobody locked", () => {
    expect(() => toBillOfMaterials(aBuild, ["node_modules/other/a.js"], aLock)).toThrow("node_modules/other");
  });
});

describe("makePackage", () => {
  it("holds what was built, the bill of materials, and commit and version", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tenantpilot-zip-"));
    try {
      await mkdir(join(folder, "web/assets"), { recursive: true });
      for (const path of ["main.mjs", "web/index.html", "web/assets/main.js"])
        await writeFile(join(folder, path), path);
      const built = { folder, bundledFiles: ["node_modules/@azure/cosmos/a.js"], lockFile: aLock };
      const files = unzip(await makePackage(aBuild, built));
      expect([...files.keys()]).toEqual([
        "main.mjs",
        "web/assets/main.js",
        "web/index.html",
        "build.json",
        "bom.cdx.json",
      ]);
      expect(JSON.parse(files.get("build.json") ?? "")).toEqual({
        name: "tenantpilot",
        version: "1.2.3",
        commit: "abc",
      });
      expect(JSON.parse(files.get("bom.cdx.json") ?? "").components).toHaveLength(1);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
