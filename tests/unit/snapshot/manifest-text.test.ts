import { describe, expect, it } from "vitest";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import { parseManifestText, toManifestText } from "../../../src/domain/snapshot/manifest-text.ts";
import { readingsOf } from "../../../src/domain/version/last-readings.ts";
import { aManifest, anEntry } from "../../builders/an-entry.ts";

// Written by the code of commit 27c81643; never to be changed.
const recorded = `{"runId":"01hzy3v9k2m4n6p8q0r2s4t6v8","snapshotId":"snapshot-01hzy3v9k2m4n6p8q0r2s4t6v8","tenantId":"11111111-2222-4333-8444-555555555555","types":[{"objects":2,"type":"settingsCatalog","typeState":{"state":"complete"}},{"objects":0,"type":"group","typeState":{"code":"graph_forbidden","message":"No.","state":"incomplete"}}],"window":{"from":"2026-03-01T08:00:00.000Z","to":"2026-03-01T08:00:00.000Z"}}
{"configurationHash":"5af3ee64aba5d38460be3ac9ce917d026303fa56f2505d07f35c8faec6998452","id":"policy-1","name":"Policy policy-1","payloadHash":"c701d1561f121eb821e4f13259ca05350492b1ed473e8c7af9169c322d8258f8","payloadVersion":"2026-03-01T08:00:00.0000000Z","readAt":"2026-03-01T08:00:00.000Z","size":42,"type":"settingsCatalog"}
{"configurationHash":"ea4883cf51b95f9a48bfad31cbff0c2d192cd4dce99dd4d18795e9ffa8b04aa0","id":"policy-2","name":"Policy policy-2","payloadHash":"eba46b8a557fdd1feee0797b625f635c77103446b6ad531fe89719c24b1711b1","payloadVersion":null,"readAt":"2026-03-01T08:00:00.000Z","size":42,"type":"settingsCatalog"}
{"rootHash":"38b1b0e15f6daa610f24c59e611e3f4fc7f68edbd02c73af2ff49b85962043b3"}
`;

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

  it("a manifest that was recorded from the release before hashes had rules is read, and says of no type by which rule", () => {
    const { manifest, rootHash } = parseManifestText(recorded);
    expect(rootHash).toBe("38b1b0e15f6daa610f24c59e611e3f4fc7f68edbd02c73af2ff49b85962043b3");
    expect(manifest.types.map(({ type, formId }) => [type, formId])).toEqual([
      ["settingsCatalog", undefined],
      ["group", undefined],
    ]);
    expect(manifest.entries.map(({ id, payloadVersion }) => [id, payloadVersion])).toEqual([
      ["policy-1", "2026-03-01T08:00:00.0000000Z"],
      ["policy-2", null],
    ]);
    expect(readingsOf(manifest, () => true).get("settingsCatalog")?.entries.size).toBe(2);
  });

  it("a manifest that is empty is refused", () => {
    expect(() => parseManifestText("")).toThrow("root hash");
  });
});
