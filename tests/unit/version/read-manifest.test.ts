import { expect, it } from "vitest";
import { toManifestText } from "../../../src/domain/snapshot/manifest-text.ts";
import { makeManifestReader } from "../../../src/use-cases/version/read-manifest.ts";
import { aManifest } from "../../builders/an-entry.ts";

it("many snapshots come in one after the other, and what each is compared with is read once", async () => {
  const { text, rootHash } = toManifestText(aManifest());
  const asked: string[] = [];
  const readManifest = async (id: string) => {
    asked.push(id);
    return { state: "whole" as const, text };
  };
  const read = makeManifestReader({ readManifest }, () => true);
  const refs = ["a", "b", "c"].map((id) => ({ id, rootHash, manifestVersion: null }));
  for (const end of [1, 2, 3]) await read(refs.slice(0, end));
  expect(asked).toEqual(["a", "b", "c"]);
  await read(refs.slice(1));
  await read(refs.slice(0, 1));
  expect(asked, "what nobody asks for is forgotten").toEqual(["a", "b", "c", "a"]);
});
