import type {
  ContractChild,
  ContractLink,
  ObjectTypeContract,
} from "../../../src/domain/graph/object-type-contract.ts";
import { withoutPlaces } from "../../../src/domain/graph/values-at.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/observation/observed-object.ts";

/** An object as Graph holds it, and the payload that a snapshot must hold of it. */
export type RegistryObject = { readonly id: string; readonly stored: JsonObject; readonly expected: JsonObject };

// More than the 25 that the smallest page of Graph holds.
const childCount = 27;

/** Objects of a type, one of each kind: enough to reach every part of its contract. */
export function registryObjects(
  contract: ObjectTypeContract,
  siblings: readonly ObjectTypeContract[],
  more: JsonObject = {},
): RegistryObject[] {
  const kinds = kindsOf(contract).slice(0, contract.read === "singleton" ? 1 : undefined);
  return kinds.map((kind, number) => registryObject(contract, { siblings, kind, number, more }));
}

function kindsOf({ kinds, fixedOdataType, children, links }: ObjectTypeContract): string[] {
  if (kinds.by === "odataType") return kinds.is;
  if (fixedOdataType !== undefined) return [fixedOdataType];
  const special = [...children, ...links].flatMap(({ on }) => on ?? []);
  return [...new Set(["#microsoft.graph.somethingNew", ...special])];
}

type Wanted = {
  readonly siblings: readonly ObjectTypeContract[];
  readonly kind: string;
  readonly number: number;
  readonly more: JsonObject;
};

/** An object of one kind with something at every place that the contract names. */
function registryObject(contract: ObjectTypeContract, { siblings, kind, number, more }: Wanted): RegistryObject {
  // A property of another object is told without an id, so it is found under the name of its type.
  const id = contract.read === "singleton" ? contract.key : `${contract.key}-${number}`;
  const own: JsonObject = onlySelected(contract, {
    more,
    ...ownProperties(contract, id, number),
    ...placeOf(contract, siblings),
    "@odata.type": kind,
    id,
  });
  const has = ({ on }: { readonly on?: readonly string[] | undefined }): boolean => on?.includes(kind) ?? true;
  const children = contract.children.filter(has).map((child) => [child.path, childItems(child, id)] as const);
  const links = contract.links.filter(has);
  const assignments = ["get", "expand"].includes(contract.assignments) ? { assignments: someAssignments(id) } : {};
  const whole = { ...own, ...Object.fromEntries(children), ...expandedParts(contract, id), ...assignments };
  const secrets = contract.secrets.filter(({ kind: how }) => how === "never_snapshot").map(({ path }) => path);
  return {
    id,
    stored: { ...whole, ...Object.fromEntries(links.map((link) => [link.path, storedLink(link, id)])) },
    expected: withoutPlaces(
      { ...whole, ...Object.fromEntries(links.map((link) => [link.path, namedLinks(link, id)])) },
      secrets,
    ),
  };
}

function ownProperties(contract: ObjectTypeContract, id: string, number: number): JsonObject {
  const { nameProperty, meta, volatile, secrets, children, builtIn } = contract;
  const counted = new Set(children.map(({ countedBy }) => countedBy));
  const names = [...meta, ...volatile, ...secrets.map(({ path }) => path)].filter((name) => /^\w+$/.test(name));
  const values = names.filter((name) => !counted.has(name)).map((name) => [name, `${name} of ${id}`]);
  return {
    ...Object.fromEntries(values),
    description: `Description ${number}`,
    nested: { empty: null, list: [1, "two", { three: [true] }], "list@odata.type": "#Collection(Edm.String)" },
    createdDateTime: "2026-01-01T00:00:00Z",
    lastModifiedDateTime: "2026-02-02T02:02:02Z",
    ...(nameProperty === null ? {} : { [nameProperty]: `Name of ${id}` }),
    ...(meta.includes("isAssigned") || volatile.includes("isAssigned") ? { isAssigned: true } : {}),
    ...Object.fromEntries(children.flatMap(({ countedBy }) => (countedBy ? [[countedBy, childCount]] : []))),
    ...(builtIn ? { [builtIn.property]: typeof builtIn.is === "boolean" ? !builtIn.is : "of our own" } : {}),
  };
}

/** What tells the type from its siblings; of a catch-all, something that none of them knows. */
function placeOf({ kinds }: ObjectTypeContract, siblings: readonly ObjectTypeContract[]): JsonObject {
  if (kinds.by === "property") return nestedValue(kinds.path.split("."), kinds.is[0] ?? null);
  const places = siblings.flatMap((each) => (each.kinds.by === "property" ? [each.kinds.path] : []));
  const [place] = kinds.by === "rest" ? places : [];
  return place === undefined ? {} : nestedValue(place.split("."), "something new");
}

/** Graph answers what `$select` names and nothing else. */
function onlySelected({ query }: ObjectTypeContract, object: JsonObject): JsonObject {
  const selected = /\$select=([^&]+)/.exec(query ?? "")?.[1]?.split(",");
  if (!selected) return object;
  const shown = Object.entries(object).filter(([name]) => selected.includes(name) || name === "@odata.type");
  return Object.fromEntries([
    ...shown,
    ...selected.filter((name) => !(name in object)).map((name) => [name, { of: name }]),
  ]);
}

function expandedParts({ query }: ObjectTypeContract, id: string): JsonObject {
  const expanded = /\$expand=([^&]+)/.exec(query ?? "")?.[1]?.split(",") ?? [];
  return Object.fromEntries(expanded.map((name) => [name, [{ id: `${id}-${name}`, value: name }]]));
}

function nestedValue([name = "", ...rest]: readonly string[], value: JsonValue): JsonObject {
  return { [name]: rest.length === 0 ? value : nestedValue(rest, value) };
}

function childItems({ path, nested }: ContractChild, ownerId: string): JsonObject[] {
  return Array.from({ length: childCount }, (_, number) => ({
    id: `${ownerId}-${path}-${number}`,
    value: { number, inner: [path] },
    ...(nested ? { [nested.path]: [{ id: `${number}-below`, value: number }] } : {}),
    // What the query of the child expands is a part of it.
    ...(path === "scheduledActionsForRule"
      ? { scheduledActionConfigurations: [{ id: `${number}`, actionType: "block" }] }
      : {}),
    ...(path === "definitionValues" ? { definition: { id: `definition-${number}` } } : {}),
  })).map((item) => withPresentation(item));
}

function withPresentation(item: JsonObject): JsonObject {
  const { presentationValues } = item;
  if (!Array.isArray(presentationValues)) return item;
  const values = presentationValues.map((value: JsonValue) => ({ ...Object(value), presentation: { id: "p" } }));
  return { ...item, presentationValues: values };
}

function someAssignments(id: string): JsonObject[] {
  const groupId = "0b7c5c8e-0000-4000-8000-000000000001";
  return [
    { id: `${id}_${groupId}`, target: { "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId } },
    { id: `${id}_all`, target: { "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget" } },
  ];
}

const linkedType = "#microsoft.graph.linked";

function linked(id: string, path: string, number: number): JsonObject {
  return { "@odata.type": linkedType, id: `${id}-${path}-${number}`, displayName: `Linked ${number}` };
}

function storedLink({ path, isMany }: ContractLink, id: string): JsonValue {
  const one = { ...linked(id, path, 0), content: "its own type holds this" };
  return isMany ? [one, { ...linked(id, path, 1), content: "and this" }] : one;
}

function namedLinks({ path, isMany }: ContractLink, id: string): JsonObject[] {
  return isMany ? [linked(id, path, 0), linked(id, path, 1)] : [linked(id, path, 0)];
}
