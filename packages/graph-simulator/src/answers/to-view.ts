import type { Child, Collection } from "../collection.ts";
import { type Entity, isEntity, itemsOf } from "../entity.ts";
import { badRequest } from "../graph-error.ts";
import type { Expand } from "../query/parse-expands.ts";

/** What an object looks like in an answer. */
export type View = {
  /** Without namespace, for messages and full metadata. */
  readonly typeName: string;
  readonly children: readonly Child[];
  /** Empty = every property. */
  readonly select: readonly string[];
  readonly expands: readonly Expand[];
  readonly isInList: boolean;
  /** Answered as null. */
  readonly hidden: readonly string[];
  /** Whether the key is shown whatever is selected: Intune's objects always carry it. */
  readonly keepsKey: boolean;
  /** Address of the metadata, where a list that was expanded says what it is. */
  readonly context: string | undefined;
  /** Left out unless selected. */
  readonly onlyOnSelect: readonly string[];
  /** Keep what is stored, leave it out, or write the declared type. */
  readonly odataType: "keep" | "omit" | "declared";
};

/** A view of an object of a collection. With full metadata every object says its type. */
export function toCollectionView(
  collection: Collection,
  { select, expands }: Pick<View, "select" | "expands">,
  { isInList, isFull, context }: Pick<View, "isInList" | "context"> & { readonly isFull: boolean },
): View {
  const { entityType, children, hiddenInLists, isPolymorphic, onlyOnSelect = [], showsType } = collection;
  const fixedType = isFull || showsType ? "declared" : "omit";
  return {
    typeName: entityType,
    children,
    select,
    expands,
    isInList,
    hidden: isInList ? hiddenInLists : [],
    onlyOnSelect,
    keepsKey: collection.path.startsWith("/device"),
    context,
    odataType: isPolymorphic ? "keep" : fixedType,
  };
}

/** A view of an object of a child: types stand where the stored object has them. */
export function toChildView(
  child: Child,
  { select, expands }: Pick<View, "select" | "expands">,
  isInList: boolean,
): View {
  const children = child.children ?? [];
  const view = { typeName: child.name, children, select, expands, isInList, hidden: [], onlyOnSelect: [] };
  return { ...view, keepsKey: true, context: undefined, odataType: "keep" };
}

/** Own properties without children, what was selected of them, and what was expanded. */
export function toView(entity: Entity, view: View): Entity {
  const children = new Set(view.children.filter((child) => hasChild(entity, child)).map(({ name }) => name));
  const own = Object.entries(entity).filter(([name]) => !children.has(name) && isShown(name, view));
  const visible = own.map(([name, value]) => [name, view.hidden.includes(name) ? null : value]);
  return { ...toOdataType(entity, view), ...Object.fromEntries(visible), ...expandAll(entity, view) };
}

/** A kind that does not have the child may have a property of that name. */
function hasChild({ "@odata.type": type }: Entity, { on }: Child): boolean {
  return on === undefined || on.some((kind) => type === `#microsoft.graph.${kind}`);
}

function isShown(name: string, { select, onlyOnSelect, keepsKey }: View): boolean {
  if (name === "@odata.type") return false;
  if (name === "id" && keepsKey) return true;
  if (select.length === 0) return !onlyOnSelect.includes(name);
  return select.includes(name.split("@")[0] ?? name);
}

function toOdataType(entity: Entity, { odataType, typeName }: View): Entity {
  if (odataType === "omit") return {};
  if (odataType === "declared") return { "@odata.type": `#microsoft.graph.${typeName}` };
  return entity["@odata.type"] === undefined ? {} : { "@odata.type": entity["@odata.type"] };
}

function expandAll(entity: Entity, view: View): Entity {
  const reached = view.expands.filter(({ cast }) => cast === undefined || isOfKind(entity, cast));
  return Object.fromEntries(reached.flatMap((expand) => expandedOf(entity, expand, view)));
}

function isOfKind({ "@odata.type": type }: Entity, kind: string): boolean {
  return typeof type === "string" && isSame(type, `#microsoft.graph.${kind}`);
}

/** What only some kinds have is expanded below a cast to one of them alone. */
function isReached({ on }: Child, { cast }: Expand): boolean {
  return on === undefined || (cast !== undefined && on.some((kind) => isSame(kind, cast)));
}

/** The child under the name that the model has for it, and where its metadata is. */
function expandedOf(entity: Entity, expand: Expand, view: View): [string, unknown][] {
  const child = view.children.find((each) => isSame(each.name, expand.name) && isReached(each, expand));
  const value = expandOne(entity, expand, child, view);
  const name = child?.name ?? expand.name;
  const { context } = view;
  if (context === undefined || child?.isSingle) return [[name, value]];
  return [
    [`${name}@odata.context`, `${context}('${String(entity["id"])}')/${name}`],
    [name, value],
  ];
}

function expandOne(entity: Entity, expand: Expand, child: Child | undefined, { isInList, typeName }: View): unknown {
  const behaviour = isInList ? child?.expandInList : child?.expandOnItem;
  if (!child || behaviour === "refused") {
    const said = `Could not find a property named '${expand.name}' on type 'microsoft.graph.${typeName}'.`;
    throw badRequest(`Parsing OData Select and Expand failed: ${said}`);
  }
  if (behaviour === "empty") return [];
  const view = toChildView(child, expand, isInList);
  const single = entity[child.name];
  if (child.isSingle) return isEntity(single) ? toView(single, view) : null;
  return itemsOf(entity, child.name).map((item) => toView(item, view));
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
