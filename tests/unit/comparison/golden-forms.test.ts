import { makeRandom } from "@tenantpilot/embedded-azure/random";
import { expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { toForm } from "../../../src/domain/comparison/to-form.ts";
import { collectionOf } from "../../../src/domain/graph/contract-index.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import { readMicrosoftTypes } from "../../../tools/graph/microsoft-types.ts";
import { wholeCollection } from "../../../tools/soak/graph/random-collection.ts";
import { makeRandomSource } from "../../../tools/soak/graph/random-source.ts";

// Objects of every kind of every type, the same each time. A form may change with its contract, and with the code alone
// only together with `algorithm`: both show here.
it("forms of every type are as they were (golden; else: vitest --update, and count `algorithm` up where the code changed them)", async () => {
  const microsoft = readMicrosoftTypes();
  const readable = Map.groupBy(
    contracts.filter(({ read }) => read !== "never"),
    collectionOf,
  );
  const lines = [...readable.values()].flatMap((siblings) => {
    const source = makeRandomSource(microsoft, makeRandom(16), { from: 1, to: 3 });
    return wholeCollection(source, siblings).flatMap(({ type, expected }) => {
      const contract = siblings.find(({ key }) => key === type);
      return contract && expected
        ? [`${type} ${hashOfText(canonicalJson(toForm(contract, expected))).slice(0, 16)}`]
        : [];
    });
  });
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("golden-forms.txt");
});
