import { describe, expect, it } from "vitest";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import { parseManifestText, toManifestText } from "../../../src/domain/snapshot/manifest-text.ts";
import { aManifest, anEntry } from "../../builders/an-entry.ts";

describe("a manifest", () => {
  it("is one head, its entries in order of type and id, and the root hash over all lines before it", () => {
    const entries = [anEntry({ id: "b" }), anEntry({ id: "a" }), anEntry({ type: "group", id: "z" })];
    const { text, rootHash } = toManifestText(aManifest(entries));
    const lines = text.split("\n");
    const ids = lines.slice(1, 4).map((line) => JSON.parse(line).id);
    expect(ids).toEqual(["z", "a", "b"]);
    expect(lines[4]).toBe(canonicalJson({ rootHash }));
    expect(lines[5]).toBe("");
    expect(rootHash).toBe(hashOfText(`${lines.slice(0, 4).join("\n")}\n`));
  });

  it("a manifest of an empty tenant is a manifest too", () => {
    const manifest = aManifest([]);
    expect(parseManifestText(toManifestText(manifest).text).manifest).toEqual(manifest);
  });

  it("keeps apart two objects of one name and one type (pitfall 8)", () => {
    const entries = [anEntry({ id: "a", name: "Baseline" }), anEntry({ id: "b", name: "Baseline" })];
    expect(parseManifestText(toManifestText(aManifest(entries)).text).manifest.entries).toEqual(entries);
  });

  it("a manifest without its last entry is refused", () => {
    const lines = toManifestText(aManifest([anEntry({ id: "a" }), anEntry({ id: "b" })])).text.split("\n");
    lines.splice(2, 1);
    expect(() => parseManifestText(lines.join("\n"))).toThrow("does not match its root hash");
  });

  it("a manifest with a root hash made for other lines is refused", () => {
    const one = toManifestText(aManifest([anEntry({ id: "a" })])).text.split("\n");
    const other = toManifestText(aManifest([anEntry({ id: "b" })])).text.split("\n");
    expect(() => parseManifestText([...one.slice(0, 2), ...other.slice(2)].join("\n"))).toThrow("root hash");
  });

  it("a manifest with its last line end missing, or one too many, is refused", () => {
    const { text } = toManifestText(aManifest());
    for (const changed of [text.slice(0, -1), `${text}\n`, `${text} `]) {
      expect(() => parseManifestText(changed)).toThrow("root hash");
    }
  });

  it("a manifest that is empty is refused", () => {
    expect(() => parseManifestText("")).toThrow("root hash");
  });
});
