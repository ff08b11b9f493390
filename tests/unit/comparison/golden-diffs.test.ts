import { expect, it } from "vitest";
import type { Change } from "../../../src/domain/comparison/change.ts";
import { diffForms } from "../../../src/domain/comparison/diff-forms.ts";
import { toForm } from "../../../src/domain/comparison/to-form.ts";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import type { JsonValue } from "../../../src/domain/json/json-value.ts";
import { contractNamed } from "../../builders/a-compared-by.ts";
import { type DiffCase, diffCases } from "./golden-diff-cases.ts";

function toLines({ kind, place, from, before, after }: Change): string {
  const shown = (value: JsonValue | undefined) => (value === undefined ? "nothing" : canonicalJson(value));
  const moved = from === null ? "" : ` (from ${from})`;
  return `${kind} ${place}${moved}\n    ${shown(before)}\n -> ${shown(after)}`;
}

function toGolden([rule, type, before, after]: DiffCase): string {
  const contract = contractNamed(type);
  const changes = diffForms(contract, toForm(contract, before), toForm(contract, after));
  return [`# ${rule}`, type, ...(changes.length === 0 ? ["no difference"] : changes.map(toLines)), ""].join("\n");
}

it("the difference that each rule of lists, absence, filters and secrets makes is as it was (golden; else: vitest --update)", async () => {
  await expect(diffCases.map(toGolden).join("\n")).toMatchFileSnapshot("golden-diffs.txt");
});
