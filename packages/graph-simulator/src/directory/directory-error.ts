import { GraphError } from "../graph-error.ts";

/** The directory's own word for a request that it does not accept. */
export function badDirectoryRequest(message: string, code = "Request_BadRequest"): GraphError {
  return new GraphError(400, code, message);
}

/** Another object has what must be unique. */
export function sameValue(message: string): GraphError {
  return new GraphError(409, "Request_MultipleObjectsWithSameKeyValue", message);
}
