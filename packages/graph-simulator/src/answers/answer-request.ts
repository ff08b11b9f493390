import { answerDirectory } from "../directory/answer-directory.ts";
import { findDirectoryTarget } from "../directory/find-directory-target.ts";
import { badRequest, GraphError } from "../graph-error.ts";
import type { Answer } from "../wire/answer.ts";
import { answerGet } from "./answer-get.ts";
import { answerWrite } from "./answer-write.ts";
import type { Call } from "./call.ts";
import { findTarget } from "./find-target.ts";
import { getByIds } from "./get-by-ids.ts";
import { unlicensed } from "./unlicensed.ts";

/** The answer to one request on the data of a tenant. Throws GraphError. */
export function answerRequest(call: Call): Answer {
  const { store, request } = call;
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
  if (!store.isLicensed({ tenantId: request.tenantId, collection: target.collection.path })) {
    throw unlicensed(target.collection);
  }
  if (request.method === "GET") return answerGet(call, target);
  if (!request.mayWrite) {
    const said = "Insufficient privileges to complete the operation.";
    throw new GraphError(403, "Authorization_RequestDenied", said);
  }
  return answerWrite(call, target);
}

function checkTenant({ store, request }: Call): void {
  if (store.hasTenant(request.tenantId)) return;
  const said = "The identity of the calling application could not be established.";
  throw new GraphError(401, "Authorization_IdentityNotFound", said);
}
