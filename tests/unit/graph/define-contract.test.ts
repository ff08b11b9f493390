import type { DeviceCategory, DeviceManagementConfigurationPolicy } from "@microsoft/microsoft-graph-types-beta";
import { parseExpands } from "@tenantpilot/graph-simulator/expands";
import { describe, expect, it } from "vitest";
import { type ContractFor, defineContract } from "../../../config/graph-contracts/define-contract.ts";
import { sure } from "../../../config/graph-contracts/evidence.ts";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { declaredTypeOf } from "../../../tools/graph/declared-type.ts";
import { readMicrosoftTypes } from "../../../tools/graph/microsoft-types.ts";

const category = {
  key: "deviceCategory",
  displayName: "Device category",
  platformGroup: "tenant",
  path: "/deviceManagement/deviceCategories",
  evidence: { path: sure("a test") },
  serviceGroup: "deviceConfiguration",
  risk: "low",
  permissions: { read: ["Read.All"], write: [] },
} as const satisfies ContractFor<DeviceCategory>;

/** The compiler is the test: a line that should not compile and does makes the type check fail. */
function namesThatMustNotCompile(): ObjectTypeContract[] {
  const define = defineContract<DeviceCategory>;
  return [
    // @ts-expect-error: there is no such property
    define({ ...category, nameProperty: "name" }),
    // @ts-expect-error: there is no such property
    define({ ...category, platform: { property: "platforms" } }),
    // @ts-expect-error: there is no such property
    define({ ...category, meta: ["colour"] }),
    // @ts-expect-error: there is no such property
    define({ ...category, volatile: ["colour"] }),
    // @ts-expect-error: there is no such property
    define({ ...category, volatile: ["colours[].value"] }),
    // @ts-expect-error: there is no such property
    define({ ...category, secrets: [{ path: "password", kind: "masked" }] }),
    // @ts-expect-error: there is no such property
    define({ ...category, references: [{ to: "group", path: "assignments[].target.groupId" }] }),
    // @ts-expect-error: there is no such property
    define({ ...category, builtIn: { property: "isBuiltIn", is: true, read: "all" } }),
    // @ts-expect-error: there is no such property
    define({ ...category, children: [{ path: "settings", evidence: sure("a test") }] }),
    // @ts-expect-error: there is no such property
    define({ ...category, links: [{ path: "certificate", isMany: false, evidence: sure("a test") }] }),
    // @ts-expect-error: there is no such property
    define({ ...category, kinds: { by: "property", path: "colour", is: ["red"] } }),
    // @ts-expect-error: there is no such property
    defineContract<DeviceManagementConfigurationPolicy>({ ...category, nameProperty: "displayName" }),
    defineContract<DeviceManagementConfigurationPolicy>({
      ...category,
      nameProperty: "name",
      // @ts-expect-error: there is no such property
      children: [{ path: "settings", countedBy: "settingsCount", evidence: sure("a test") }],
    }),
    define({ ...category, nameProperty: "displayName", meta: ["description"], volatile: ["roleScopeTagIds[]"] }),
  ];
}

describe("a name in a contract that Microsoft's type does not have", () => {
  it("does not compile (the type check of this file)", () => {
    expect(namesThatMustNotCompile).toBeTypeOf("function");
  });
});

const { tree } = readMicrosoftTypes();
const newerKinds = new Set(["#microsoft.graph.windowsZtdnsConfiguration"]);
const newerProperties = new Set(["subnetPrivateIpDetail"]);

const times = new Set(["createdDateTime", "lastModifiedDateTime"]);

/** The types of a contract's collection: what its types share may name a property that some of them have. */
function typesOf(contract: ObjectTypeContract): string[] {
  const declared = declaredTypeOf(contract, tree);
  return [declared, ...tree.kindsOf(declared)];
}

/** What is newer than the declarations, or what only kinds have that are; such properties are known from the metadata alone. */
function isNewer({ links }: ObjectTypeContract, place: string): boolean {
  const first = place.split(".")[0]?.replace("[]", "") ?? "";
  const link = links.find(({ path }) => path === first);
  if (newerProperties.has(first)) return true;
  return link?.on?.every((kind) => newerKinds.has(kind)) ?? false;
}

/** The steps of a place that lead nowhere from any of the types; `**` ends the walk. */
function wrongStep(types: readonly string[], place: string): string | undefined {
  const [step = "", ...rest] = place.split(".");
  if (step === "**") return undefined;
  const name = step.replace("[]", "");
  const held = types.flatMap((type) => tree.propertiesOf(type).get(name) ?? []);
  if (held.length === 0) return name;
  if (step.endsWith("[]") !== held.some(({ isMany }) => isMany) && step.endsWith("[]")) return step;
  return rest.length === 0
    ? undefined
    : wrongStep(
        held.flatMap(({ type }) => tree.kindsOf(type)),
        rest.join("."),
      );
}

function placesOf({
  meta,
  volatile,
  secrets,
  references,
  children,
  links,
  nameProperty,
  kinds,
  query,
}: ObjectTypeContract) {
  return [
    ...meta,
    // Every contract has the times of most types.
    ...volatile.filter((place) => !times.has(place)),
    ...secrets.map(({ path }) => path),
    ...references.map(({ path }) => path),
    ...children.flatMap(({ path, nested, query: asked }) => [
      path,
      ...(nested
        ? [`${path}[].${nested.path}[]`, ...asksFor(nested.query).map((name) => `${path}[].${nested.path}[].${name}`)]
        : []),
      ...asksFor(asked).map((name) => `${path}[].${name}`),
    ]),
    ...links.map(({ path }) => path),
    ...(nameProperty === null ? [] : [nameProperty]),
    ...(kinds.by === "property" ? [kinds.path] : []),
    ...asksFor(query),
  ];
}

/** Names that a query selects or expands. */
function asksFor(query: string | undefined): string[] {
  const [, option, names = ""] = /^\$(select|expand)=(.+)$/.exec(query ?? "") ?? [];
  return option === "expand"
    ? parseExpands(names).map(({ name }) => name)
    : names.split(",").filter((name) => name !== "");
}

describe("every place in a contract", () => {
  it.each(contracts.map((contract) => [contract.key, contract] as const))(
    "every place in a contract of %s leads to something that Microsoft declares, step by step",
    (_key, contract) => {
      const types = typesOf(contract);
      // A snapshot holds what is linked as a list, one or many (`readLinks`).
      const linked = new Set(contract.links.map(({ path }) => `${path}[]`));
      const asDeclared = (place: string) => (linked.has(place.split(".")[0] ?? "") ? place.replace("[]", "") : place);
      const places = placesOf(contract).filter((place) => !isNewer(contract, place));
      const wrong = places.filter((place) => wrongStep(types, asDeclared(place)) !== undefined);
      expect(wrong).toEqual([]);
    },
  );

  it("a place in a contract is found out when one of its steps is wrong", () => {
    const types = ["deviceManagementConfigurationPolicy"];
    expect(wrongStep(types, "templateReference.templateFamily")).toBeUndefined();
    expect(wrongStep(types, "templateReference.family")).toBe("family");
    expect(wrongStep(types, "assignments[].target.groupId")).toBeUndefined();
    expect(wrongStep(types, "assignments[].target.group")).toBe("group");
    expect(wrongStep(types, "name[]")).toBe("name[]");
  });
});
