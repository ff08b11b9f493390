import { formRuleOf, listRulesOf } from "../../../src/domain/comparison/form-rule.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { isList, isObject } from "../../../src/domain/json/is-object.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";

/** Whether a place (names joined by points, positions left out) is one of these of a contract. */
export function placeTest(paths: readonly string[]): (place: string) => boolean {
  const patterns = paths.map((path) => {
    const steps = path.replaceAll("[]", "").split(".");
    return new RegExp(`^${steps.map((step) => (step === "**" ? "(.*\\.)?" : `${step}\\.`)).join("")}$`);
  });
  return (place) => patterns.some((pattern) => pattern.test(`${place}.`));
}

/** Places of lists that have no order. */
export function unorderedIn(contract: ObjectTypeContract): (place: string) => boolean {
  const rules = listRulesOf(formRuleOf(contract)).filter(({ key }) => key !== "order");
  return placeTest(rules.map(({ at }) => at));
}

const saysWhen = /(^|\.)(created|lastModified|modified)DateTime(\.|$)/;
// How no filter is written has tests of its own.
const filter = /^assignments\.target\.deviceAndAppManagementAssignmentFilter(Id|Type)$/;

/** Whether the contract leaves a place out of forms, or hides what stands there. */
export function outOf(contract: ObjectTypeContract): (place: string) => boolean {
  const own = ["id", "priority", "assignments.id", "assignments.source", "assignments.sourceId"];
  const paths = [
    ...own,
    ...contract.volatile,
    ...contract.comparison.ignore,
    ...contract.secrets.map(({ path }) => path),
  ];
  const isNamed = placeTest(paths);
  const begins = (place: string): boolean =>
    place.split(".").some((_, end, steps) => isNamed(steps.slice(0, end + 1).join(".")));
  return (place) => begins(place) || saysWhen.test(place) || filter.test(place) || /@|#/.test(place);
}

/** The object with its nth leaf changed to a value that nothing else is, and the place of the leaf. */
export function withLeafChanged(
  object: JsonObject,
  chosen: number,
): { readonly object: JsonObject; readonly place: string } | undefined {
  let left = chosen;
  let found: string | undefined;
  const walk = (value: JsonValue, place: string): JsonValue => {
    if (found !== undefined) return value;
    if (isList(value)) return value.map((item) => walk(item, place));
    if (isObject(value)) return walkObject(value, place);
    if (left-- > 0) return value;
    found = place;
    return "another value";
  };
  const walkObject = (value: JsonObject, place: string): JsonObject =>
    Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, walk(each, place === "" ? name : `${place}.${name}`)]),
    );
  const changed = walkObject(object, "");
  return found === undefined ? undefined : { object: changed, place: found };
}
