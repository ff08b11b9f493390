import { answerDirectory } from "../directory/answer-directory.ts";
import { findDirectoryTarget } from "../directory/find-directory-target.ts";
import { badRequest, GraphError } from "../graph-error.ts";
import type { Answer } from "../wire/answer.ts";
import { answerDelta } from "./answer-delta.ts";
import { answerGet } from "./answer-get.ts";
import { answerWrite } from "./answer-write.ts";
import type { Call } from "./call.ts";
import { findTarget } from "./find-target.ts";
import { getByIds } from "./get-by-ids.ts";
import { unlicensed } from "./unlicensed.ts";

/** The answer to one request on the data of a tenant. Throws GraphError. */
export function answerRequest(call: Call): Answer {
  const { store, request } = call;
  checkScopes(request);
  const inDirectory = findDirectoryTarget(request);
  if (inDirectory) {
    checkTenant(call);
    return answerDirectory(call, inDirectory);
  }
  const target = findTarget(request, call.rows);
  checkTenant(call);
  if (target.kind === "getByIds") {
    if (request.method !== "POST") throw badRequest("This action is called by POST.");
    return getByIds(call);
  }
  if (target.kind === "delta") return answerDelta(call, target.collection);
  if (!store.isLicensed({ tenantId: request.tenantId, collection: target.collection.path })) {
    throw unlicensed(target.collection);
  }
  if (request.method === "GET") return answerGet(call, target);
  if (!request.mayWrite) {
    throw denied();
  }
  return answerWrite(call, target);
}

function denied(): GraphError {
  return new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}

// The least first: https://learn.microsoft.com/graph/api/group-list
const groupScopes = ["GroupMember.Read.All", "Group.Read.All", "Directory.Read.All"];

/** In the name of a person a client reads groups, when one of its scopes says so, and nothing else here. */
function checkScopes({ scopes, method, segments }: Call["request"]): void {
  if (scopes === undefined) return;
  const isOfGroups = method === "GET" && segments[0]?.toLowerCase() === "groups";
  if (!isOfGroups || !groupScopes.some((each) => scopes.includes(each))) throw denied();
}

function checkTenant({ store, request }: Call): void {
  if (store.hasTenant(request.tenantId)) return;
  const said = "The identity of the calling application could not be established.";
  throw new GraphError(401, "Authorization_IdentityNotFound", said);
}
