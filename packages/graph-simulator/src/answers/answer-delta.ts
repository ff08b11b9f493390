import type { Collection } from "../collection.ts";
import type { Entity } from "../entity.ts";
import { badRequest, GraphError } from "../graph-error.ts";
import type { Change } from "../store/make-store.ts";
import { type Answer, ok } from "../wire/answer.ts";
import type { Call } from "./call.ts";
import { type DeltaToken, parseDeltaText, toDeltaText } from "./delta-token.ts";

// What Graph takes beside the tokens; of groups it knows no $top, $search or $orderby.
// https://learn.microsoft.com/graph/api/group-delta
const served = new Set(["$select", "$deltatoken", "$skiptoken"]);

/**
 * One page of the changes of a collection: at first all objects, then those that changed since the link was given. What
 * an object never had is left out of a first round (https://learn.microsoft.com/graph/delta-query-overview).
 */
export function answerDelta(call: Call, collection: Collection): Answer {
  const { store, request, pageItems = collection.pageSize, generation } = call;
  if (request.method !== "GET") throw badRequest("This function is called by GET.");
  const refused = [...request.parameters.keys()].find((name) => !served.has(name.toLowerCase()));
  if (refused !== undefined) throw badRequest(`The query option '${refused}' is not allowed here.`);
  const token = tokenOf(call);
  if (token.generation !== generation()) throw gone(call, collection);
  const isFirst = token.seq <= token.from;
  const changes = store.changesAfter({ tenantId: request.tenantId, collection: collection.path }, token.seq);
  const told: Entity[] = [];
  let { seq } = token;
  let hasMore = false;
  for (const change of changes) {
    if (told.length === pageItems) hasMore = true;
    if (hasMore) break;
    seq = change.seq;
    const item = toItem(change, token, isFirst);
    if (item) told.push(item);
  }
  const base = `${request.origin}/${request.version}`;
  const address = `${base}${collection.path}/delta`;
  const link = hasMore
    ? { "@odata.nextLink": `${address}?$skiptoken=${toDeltaText({ ...token, seq })}` }
    : { "@odata.deltaLink": `${address}?$deltatoken=${toDeltaText({ ...token, seq, from: 0 })}` };
  return ok({ "@odata.context": `${base}/$metadata#${collection.path.slice(1)}`, ...link, value: told });
}

function tokenOf({ request, store, generation, nowMs }: Call): DeltaToken {
  const options = new Map([...request.parameters].map(([name, value]) => [name.toLowerCase(), value]));
  const text = options.get("$deltatoken") ?? options.get("$skiptoken");
  const at = nowMs();
  // The next round starts anew: its link lives a week from now.
  if (text && text !== "latest") return { ...parseDeltaText(text, at), ...(options.has("$deltatoken") && { at }) };
  const select = (options.get("$select") ?? "").split(",").filter((name) => name !== "");
  const from = store.lastChange();
  return { seq: text === "latest" ? from : 0, from, select, generation: generation(), at };
}

function toItem({ id, body, seq }: Change, { select, from }: DeltaToken, isFirst: boolean): Entity | undefined {
  if (!body) return seq > from ? { id, "@removed": { reason: "deleted" } } : undefined;
  const shown = select.length === 0 ? Object.keys(body) : select;
  const values = shown.map((name) => [name, body[name] ?? null] as const);
  return { ...Object.fromEntries(values.filter(([, value]) => !isFirst || value !== null)), id };
}

/** The service cannot follow its changes from there: https://learn.microsoft.com/graph/delta-query-overview#synchronization-reset */
function gone({ request }: Call, { path }: Collection): GraphError {
  const location = `${request.origin}/${request.version}${path}/delta?$deltatoken=`;
  return new GraphError(410, "syncStateNotFound", "Resync required.", { Location: location });
}
