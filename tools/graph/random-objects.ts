import type { Random } from "@tenantpilot/embedded-azure/random";
import type { JsonObject, JsonValue } from "../../src/domain/json/json-value.ts";
import type { MicrosoftTypes } from "./microsoft-types.ts";
import type { PropertyType } from "./parse-declarations.ts";

/** Makes an object of one of Microsoft's types: some of its properties, each with a value of its own kind, no relations. */
export type MakeObject = (type: string) => JsonObject;

// Settings hold settings without end; deeper than this they are left out.
const maxDepth = 4;

/** The same random numbers give the same objects. */
export function makeRandomObjects({ tree, enumerations }: MicrosoftTypes, random: Random): MakeObject {
  function objectOf(type: string, depth: number): JsonObject {
    const entries = [...tree.propertiesOf(type)].flatMap(([name, held]): [string, JsonValue][] => {
      if (name === "id" || tree.isEntity(held.type) || random.chance(30)) return [];
      const value = heldOf(name, held, depth);
      return value === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(entries);
  }

  /** Undefined where nothing can stand: an object below the last depth that may not be null. */
  function heldOf(name: string, { type, isMany, isNullable }: PropertyType, depth: number): JsonValue | undefined {
    const isTooDeep = tree.has(type) && depth >= maxDepth;
    if (isNullable && (isTooDeep || random.chance(15))) return null;
    if (isMany) {
      const count = isTooDeep ? 0 : random.integer(0, 3);
      return Array.from({ length: count }, () => oneOf(name, type, depth));
    }
    return isTooDeep ? undefined : oneOf(name, type, depth);
  }

  function oneOf(name: string, type: string, depth: number): JsonValue {
    const members = enumerations.get(type);
    if (members) return random.pick(members);
    if (!tree.has(type)) return scalarOf(name, type, random);
    const kind = random.pick(tree.kindsOf(type));
    // As Graph does: a kind is named where the property's own type does not say it.
    return { ...(kind === type ? {} : { "@odata.type": `#microsoft.graph.${kind}` }), ...objectOf(kind, depth + 1) };
  }

  return (type) => objectOf(type, 0);
}

/** A value of a type that holds nothing; what its name says of it is heeded. */
function scalarOf(name: string, type: string, random: Random): JsonValue {
  if (type === "boolean") return random.chance(50);
  if (type === "number") return random.pick(numbers)(random);
  if (type === "any") return random.pick<JsonValue>([null, 0, false, "any", [], {}, { any: ["thing", null] }]);
  if (name.endsWith("DateTime")) return timeOf(random);
  return /Ids?$/.test(name) ? random.guid() : random.pick(texts)(random);
}

const numbers: readonly ((random: Random) => number)[] = [
  () => 0,
  ({ integer }) => integer(-100, 100_000),
  ({ integer }) => integer(1, 2 ** 31) * 1_024,
  ({ integer }) => integer(-9_999, 9_999) / 100,
];

const texts: readonly ((random: Random) => string)[] = [
  () => "",
  ({ integer }) => `Text ${integer(0, 999)}`,
  ({ guid }) => guid(),
  ({ integer }) => `Grüße, 世界 🙂 ${integer(0, 999)}`,
  ({ integer }) => `"quoted" \\ 'single'\r\n\ttab \u0000 \u2028 ${integer(0, 999)}`,
  ({ integer }) => `<xml a="b">&amp;</xml>?$expand=a&b=%20#{${integer(0, 999)}}`,
  ({ integer }) => "0123456789abcdef".repeat(integer(1, 200)),
  () => "__proto__",
];

/** Graph writes whole seconds or up to seven digits below. */
function timeOf({ integer, pick }: Random): string {
  const whole = new Date(integer(1_500_000_000, 1_900_000_000) * 1_000).toISOString().slice(0, 19);
  return `${whole}${pick(["", ".5", ".1234567"])}Z`;
}
