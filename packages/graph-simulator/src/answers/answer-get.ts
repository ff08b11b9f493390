import type { Child, Collection } from "../collection.ts";
import { type Entity, isEntity, itemsOf } from "../entity.ts";
import { badRequest, GraphError, noRoute, notFound } from "../graph-error.ts";
import { parseQuery, type Query } from "../query/parse-query.ts";
import { type Answer, noContent, ok } from "../wire/answer.ts";
import type { GraphRequest } from "../wire/graph-request.ts";
import type { Call } from "./call.ts";
import type { Step, Target } from "./find-target.ts";
import { maskOmaSettings } from "./mask-oma-settings.ts";
import { findItem, itemsAfter } from "./read-items.ts";
import { toPage } from "./to-page.ts";
import { toTranslated } from "./to-translated.ts";
import { toChildView, toCollectionView, toView } from "./to-view.ts";

const defaultChildPage = 1000;

/** GET of a list, an item, or something below an item. */
export function answerGet(call: Call, target: Target): Answer {
  const query = parseQuery(call.request.parameters);
  if (target.kind === "list" && target.collection.singleton) return getSingleton(call, target.collection, query);
  if (target.kind === "list") return getList(call, target.collection, query);
  if (target.kind === "item") {
    return ok(toItemBody(call.request, target.collection, findItem(call, target.collection, target.id), query));
  }
  if (target.kind === "child") return getChild(call, target, query);
  if (target.kind === "property") return getProperty(call, target);
  if (target.kind === "omaValue") return getOmaValue(call, target);
  throw badRequest("This action is called by POST.");
}

/** An item as a single GET shows it; writes answer with it too. */
export function toItemBody(
  request: GraphRequest,
  collection: Collection,
  entity: Entity,
  query: Pick<Query, "select" | "expands">,
): Entity {
  const view = toCollectionView(collection, query, shownIn(request, collection, false));
  const context = `${request.origin}/${request.version}/$metadata#${collection.path.slice(1)}/$entity`;
  return { "@odata.context": context, ...toView(toReadable(request, collection, entity), view) };
}

/** One property by a path of its own; one without a value has no content. */
function getProperty(call: Call, { collection, id, name }: Extract<Target, { kind: "property" }>): Answer {
  const value = findItem(call, collection, id)[name] ?? null;
  if (value === null) return noContent;
  const { origin, version } = call.request;
  const context = `${origin}/${version}/$metadata#${collection.path.slice(1)}('${id}')/${name}`;
  return ok({ "@odata.context": context, ...(isEntity(value) ? value : { value }) });
}

/** An encrypted custom setting in clear, which an application is given only with a permission to write. */
function getOmaValue(call: Call, { collection, id, reference }: Extract<Target, { kind: "omaValue" }>): Answer {
  const { origin, version, mayWrite } = call.request;
  if (!mayWrite) throw new GraphError(403, "Forbidden", "Application is not authorized to perform this operation.");
  const settings = itemsOf(findItem(call, collection, id), "omaSettings");
  const found = settings.find((each) => each["secretReferenceValueId"] === reference);
  if (!found) throw notFound(collection.serviceGroup, reference);
  return ok({ "@odata.context": `${origin}/${version}/$metadata#Edm.String`, value: found["value"] });
}

function getSingleton(call: Call, collection: Collection, query: Query): Answer {
  const { store, request } = call;
  const [only] = store.objectsAfter({ tenantId: request.tenantId, collection: collection.path }, 0);
  if (!only) throw notFound(collection.serviceGroup, collection.entityType);
  const { id, ...body } = toItemBody(request, collection, only.body, query);
  return ok(collection.singleton === "value" ? body : { id, ...body });
}

function toReadable({ headers }: GraphRequest, { masksOmaSettings, isTranslated }: Collection, entity: Entity): Entity {
  if (isTranslated) return toTranslated(entity, headers["accept-language"]);
  return masksOmaSettings ? maskOmaSettings(entity) : entity;
}

function getList(call: Call, collection: Collection, query: Query): Answer {
  const { request, fault, pageItems } = call;
  const view = toCollectionView(collection, query, shownIn(request, collection, true));
  return toPage({
    request,
    query: { ...query, filter: wantedOf(request, collection, query) },
    itemsAfter: itemsAfter(call, collection, query.order),
    pageSize: pageItems ?? collection.pageSize,
    maxTop: pageItems ?? collection.maxTop,
    toItem: (entity) => toView(toReadable(request, collection, entity), view),
    context: collection.path.slice(1),
    fault,
  });
}

/** Filter and search of a list in one. */
function wantedOf({ headers }: GraphRequest, collection: Collection, { filter, search }: Query): Query["filter"] {
  const kept = collection.ignoresFilter ? undefined : filter;
  if (!search) return kept;
  // https://learn.microsoft.com/graph/aad-advanced-queries
  if (collection.serviceGroup === "directory" && headers["consistencylevel"]?.toLowerCase() !== "eventual") {
    throw badRequest("Request with $search query parameter only works with the header 'ConsistencyLevel: eventual'.");
  }
  return kept ? (entity) => kept(entity) && search(entity) : search;
}

function getChild(call: Call, target: Extract<Target, { kind: "child" }>, query: Query): Answer {
  const { collection, id, steps } = target;
  checkRoute(call.request, target);
  const owner = resolveSteps(findItem(call, collection, id), steps.slice(0, -1));
  const last = steps.at(-1);
  if (!last) return ok(owner);
  const context = `${collection.path.slice(1)}('${id}')/${steps.map(({ child }) => child.name).join("/")}`;
  checkCast(owner, last.cast);
  if (last.id === undefined && !last.child.isSingle) {
    const whole = last.child.inverse
      ? { ...owner, [last.child.name]: namersOf(call, owner, last.child.inverse) }
      : owner;
    return getChildList(call, last.child, whole, { query, context });
  }
  const item = toView(resolveSteps(owner, [last]), toChildView(last.child, query, false));
  const { origin, version } = call.request;
  return ok({ "@odata.context": `${origin}/${version}/$metadata#${context}/$entity`, ...item });
}

/** Refuses what is in the metadata and has no route. */
function checkRoute(
  { method, segments }: GraphRequest,
  { collection, steps }: Extract<Target, { kind: "child" }>,
): void {
  const service = steps.find(({ child }) => child.noRoute !== undefined)?.child.noRoute;
  if (service !== undefined) throw noRoute(service, method, segments);
  const isCast = steps.some(({ cast }) => cast !== undefined);
  if (isCast && collection.noCastRoute !== undefined) throw noRoute(collection.noCastRoute, method, segments);
}

/** The objects of another collection that hold this one under a name. */
function namersOf(
  { store, request }: Call,
  owner: Entity,
  { collection, name }: NonNullable<Child["inverse"]>,
): Entity[] {
  const all = Array.from(store.objectsAfter({ tenantId: request.tenantId, collection }, 0), ({ body }) => body);
  return all
    .filter(({ [name]: held }) => isEntity(held) && held["id"] === owner["id"])
    .map(({ [name]: _held, ...own }) => own);
}

type Shape = { readonly query: Query; readonly context: string };

function getChildList(
  { request, fault, pageItems }: Call,
  child: Child,
  owner: Entity,
  { query, context }: Shape,
): Answer {
  const items = itemsOf(owner, child.name).map((body, index) => ({ position: index + 1, body }));
  const view = toChildView(child, query, true);
  const pageSize = pageItems ?? child.pageSize ?? defaultChildPage;
  return toPage({
    request,
    query,
    itemsAfter: (position) => items.slice(position),
    pageSize,
    maxTop: pageSize,
    toItem: (entity) => toView(entity, view),
    context,
    fault,
  });
}

function resolveSteps(entity: Entity, steps: readonly Step[]): Entity {
  return steps.reduce((owner, { child, id, cast }) => {
    checkCast(owner, cast);
    const value = owner[child.name];
    const found = child.isSingle ? value : itemsOf(owner, child.name).find((each) => each["id"] === id);
    if (!isEntity(found)) throw notFound("", id ?? child.name);
    return found;
  }, entity);
}

function checkCast(entity: Entity, cast: string | undefined): void {
  const type = entity["@odata.type"];
  const isOfKind = typeof type === "string" && type.toLowerCase() === `#microsoft.graph.${cast}`.toLowerCase();
  if (cast !== undefined && !isOfKind) throw notFound("", cast);
}

function shownIn(request: GraphRequest, { path }: Collection, isInList: boolean) {
  const context = `${request.origin}/${request.version}/$metadata#${path.slice(1)}`;
  return { isInList, isFull: wantsFullMetadata(request), context };
}

function wantsFullMetadata({ headers }: GraphRequest): boolean {
  return /odata\.metadata=full/i.test(headers["accept"] ?? "");
}
