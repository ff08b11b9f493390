import { badRequest, notSupported } from "../rules/cosmos-error.ts";
import type { Catalog } from "../store/catalog.ts";
import type { Container } from "../store/containers.ts";
import { type Answer, jsonAnswer } from "./answer.ts";
import { demand, type Identity } from "./authorize.ts";
import { type CosmosRequest, header, isTrue } from "./cosmos-request.ts";

/** Databases and containers: a token may read one by its name, everything else is for the key. */
export function routeManagement(catalog: Catalog, request: CosmosRequest, identity: Identity): Answer {
  const { method, segments } = request;
  const isRead = method === "GET" && (segments.length === 2 || segments.length === 4);
  demand(identity, isRead ? "read" : "manage", `${method} /${segments.join("/")}`);
  if (isTrue(request, "x-ms-documentdb-isquery")) throw notSupported("A query of databases or containers");
  checkThroughput(request);
  if (segments.length <= 2) return routeDatabases(catalog, request);
  return routeContainers(catalog, request);
}

/** The product's account is serverless: its containers and databases take no throughput. */
function checkThroughput(request: CosmosRequest): void {
  const throughput =
    header(request, "x-ms-offer-throughput") ?? header(request, "x-ms-cosmos-offer-autopilot-settings");
  if (throughput === undefined) return;
  throw badRequest("Setting offer throughput or autopilot on container is not supported for serverless accounts.");
}

function routeDatabases({ databases, containers }: Catalog, { method, segments, body }: CosmosRequest): Answer {
  const [, id] = segments;
  if (id === undefined && method === "POST") return jsonAnswer(201, databases.create(body));
  if (id === undefined) throw notSupported(`${method} /dbs`);
  const found = databases.read(id);
  if (method === "GET") return jsonAnswer(200, found);
  if (method !== "DELETE") throw notSupported(`${method} of a database`);
  for (const { definition } of containers.list(id)) containers.remove(id, definition.id);
  databases.remove(id);
  return { status: 204 };
}

function routeContainers({ databases, containers }: Catalog, { method, segments, body }: CosmosRequest): Answer {
  const [, databaseId = "", , id] = segments;
  const parent = databases.read(databaseId);
  if (id === undefined && method === "POST") return jsonAnswer(201, containers.create(parent, body));
  if (id === undefined && method === "GET") return listAnswer(containers.list(databaseId));
  if (id === undefined) throw notSupported(`${method} /colls`);
  if (method === "GET") return jsonAnswer(200, containers.get(databaseId, id).definition.body);
  if (method === "PUT") return jsonAnswer(200, containers.replace(databaseId, id, body));
  if (method !== "DELETE") throw notSupported(`${method} of a container`);
  containers.remove(databaseId, id);
  return { status: 204 };
}

function listAnswer(list: readonly Container[]): Answer {
  const bodies = list.map(({ definition }) => definition.body);
  return jsonAnswer(200, { _rid: "", DocumentCollections: bodies, _count: bodies.length });
}
