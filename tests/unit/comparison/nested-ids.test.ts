import { makeRandom } from "@tenantpilot/embedded-azure/random";
import { expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { formRuleOf, listRulesOf } from "../../../src/domain/comparison/form-rule.ts";
import { toForm } from "../../../src/domain/comparison/to-form.ts";
import { collectionOf } from "../../../src/domain/graph/contract-index.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { isList, isObject } from "../../../src/domain/json/is-object.ts";
import type { JsonValue } from "../../../src/domain/json/json-value.ts";
import { readMicrosoftTypes } from "../../../tools/graph/microsoft-types.ts";
import { wholeCollection } from "../../../tools/soak/graph/random-collection.ts";
import { makeRandomSource } from "../../../tools/soak/graph/random-source.ts";

/** Ids of Microsoft's own catalog: the same in every tenant. */
const ofMicrosoft = ["definitionValues.definition.id", "definitionValues.presentationValues.presentation.id"];

/** Places of properties called `id` below the object, without positions and names of items. */
function idsIn(value: JsonValue, keyed: ReadonlySet<string>, at: readonly string[] = [], isItem = false): string[] {
  if (isList(value)) return value.flatMap((item) => idsIn(item, keyed, at, true));
  if (!isObject(value)) return [];
  if (!isItem && keyed.has(at.join("."))) return Object.values(value).flatMap((item) => idsIn(item, keyed, at, true));
  return Object.entries(value).flatMap(([name, each]) =>
    name === "id" && at.length > 0 ? [[...at, name].join(".")] : idsIn(each, keyed, [...at, name]),
  );
}

function strangeIds(contract: ObjectTypeContract, form: JsonValue): string[] {
  const lists = listRulesOf(formRuleOf(contract)).filter(({ key }) => isList(key));
  const keyed = new Set(lists.map(({ at }) => at.replaceAll("[]", "")));
  const said = [...contract.references.map(({ path }) => path), ...contract.comparison.tenantBound];
  const known = new Set([...ofMicrosoft, ...said.map((path) => path.replaceAll("[]", ""))]);
  return idsIn(form, keyed).flatMap((place) => (known.has(place) ? [] : [`${contract.key} ${place}`]));
}

// Graph gives what lies in an object an id of its own, anew in each tenant and often with each save. Two objects that are
// made alike would never be equal by it.
it("an id inside of an object is in its form only where it names another object, or something of Microsoft's catalog (RC1)", () => {
  const microsoft = readMicrosoftTypes();
  const readable = contracts.filter(({ read }) => read !== "never");
  const strange = [...Map.groupBy(readable, collectionOf).values()].flatMap((siblings) => {
    const source = makeRandomSource(microsoft, makeRandom(16), { from: 1, to: 3 });
    return wholeCollection(source, siblings).flatMap(({ type, expected }) => {
      const contract = siblings.find(({ key }) => key === type);
      return contract && expected ? strangeIds(contract, toForm(contract, expected)) : [];
    });
  });
  expect([...new Set(strange)]).toEqual([]);
});
