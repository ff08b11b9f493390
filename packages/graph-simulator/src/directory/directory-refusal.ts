import { GraphRefusal } from "../graph-refusal.ts";

/** The directory's own word for a request that it does not accept. */
export function badDirectoryRequest(message: string, code = "Request_BadRequest"): GraphRefusal {
  return new GraphRefusal(400, code, message);
}

/** Another object has what must be unique. */
export function sameValue(message: string): GraphRefusal {
  return new GraphRefusal(409, "Request_MultipleObjectsWithSameKeyValue", message);
}
