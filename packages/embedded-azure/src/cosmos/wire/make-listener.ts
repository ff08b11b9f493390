import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { badRequest, CosmosError, notSupported } from "../rules/cosmos-error.ts";
import { toAccount } from "./account.ts";
import { type Answer, jsonAnswer } from "./answer.ts";
import type { Authorize } from "./authorize.ts";
import { type CosmosRequest, header, readRequest } from "./cosmos-request.ts";
import { operationOf } from "./operation-of.ts";
import { type DocumentRoutes, routeDocuments } from "./route-documents.ts";
import { routeManagement } from "./route-management.ts";

type Options = {
  readonly authorize: Authorize;
  readonly routes: DocumentRoutes;
  /** Without trailing slash; known only once the server listens. */
  readonly endpoint: () => string;
};

/** The server's whole wire: read, authorize, route, answer. */
export function makeListener(options: Options): RequestListener {
  return (incoming, response) => {
    respond(options, incoming, response).catch((error: unknown) => {
      console.error("The local Cosmos DB server could not answer:", error);
      response.destroy();
    });
  };
}

async function respond(options: Options, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const activityId = String(incoming.headers["x-ms-activity-id"] ?? randomUUID());
  const answer = await answerOrError(options, incoming, activityId);
  response.writeHead(answer.status, {
    "content-type": "application/json",
    "x-ms-activity-id": activityId,
    "x-ms-request-charge": String(answer.charge ?? 0),
    "x-ms-version": "2020-07-15",
    "content-length": Buffer.byteLength(answer.text ?? ""),
    ...(answer.etag !== undefined && { etag: answer.etag }),
    ...answer.headers,
  });
  response.end(answer.text);
}

async function answerOrError(options: Options, incoming: IncomingMessage, activityId: string): Promise<Answer> {
  try {
    const request = await readRequest(incoming);
    return await route(options, request);
  } catch (error) {
    if (error instanceof CosmosError) return toErrorAnswer(error, activityId);
    console.error("The local Cosmos DB server failed:", error);
    return toErrorAnswer(new CosmosError(500, "InternalServerError", "Unknown server error occurred."), activityId);
  }
}

async function route({ authorize, routes, endpoint }: Options, request: CosmosRequest): Promise<Answer> {
  checkSupported(request);
  checkConsistency(request);
  routes.observer.count(operationOf(request));
  const identity = await authorize(request);
  if (request.segments.length === 0) return jsonAnswer(200, toAccount(endpoint()));
  if (request.segments.length <= 4) return routeManagement(routes.catalog, request, identity);
  return routeDocuments(routes, request, identity);
}

/** A client may ask for less than the account gives, never for more: https://learn.microsoft.com/azure/cosmos-db/consistency-levels */
function checkConsistency(request: CosmosRequest): void {
  const requested = header(request, "x-ms-consistency-level");
  if (requested === undefined || ["session", "consistentprefix", "eventual"].includes(requested.toLowerCase())) return;
  throw badRequest(`The consistency level ${requested} is stronger than that of the account, which is Session.`);
}

/** Before the check of who calls, because some of these are signed in ways of their own. */
function checkSupported({ segments }: CosmosRequest): void {
  const [root = "dbs", , collections = "colls", , kind = "docs"] = segments;
  if (root !== "dbs") throw notSupported(`The resource ${root}`);
  if (collections !== "colls") throw notSupported(`The resource ${collections}`);
  if (kind !== "docs" || segments.length > 6) throw notSupported(`The resource ${kind}`);
}

function toErrorAnswer({ status, code, message, details }: CosmosError, activityId: string): Answer {
  const { substatus, retryAfterMs, requestCharge, headers } = details;
  return {
    status,
    text: JSON.stringify({ code, message: `${message}\r\nActivityId: ${activityId}, TenantPilot local Cosmos DB` }),
    charge: requestCharge ?? 1,
    headers: {
      ...headers,
      ...(substatus !== undefined && substatus !== 0 && { "x-ms-substatus": String(substatus) }),
      ...(retryAfterMs !== undefined && { "x-ms-retry-after-ms": String(retryAfterMs) }),
    },
  };
}
