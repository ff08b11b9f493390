/** An answer that is no success, in Graph's own terms. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function badRequest(message: string): GraphError {
  return new GraphError(400, "BadRequest", message);
}

export function unknownSegment(segment: string): GraphError {
  return badRequest(`Resource not found for the segment '${segment}'.`);
}

/** What Graph says of a path that is in its metadata and that no service answers: `segments` are those below the version. */
export function noRoute(service: string, method: string, segments: readonly string[]): GraphError {
  const [root = "", collection = "", id = "", ...rest] = segments;
  const request = [service, root, `${collection}('${id}')`, ...rest].join("/");
  const template = "~/singleton/navigation/key/navigation";
  return new GraphError(
    400,
    "No method match route template",
    `No OData route exists that match template ${template} with http verb ${method} for request /${request}.`,
  );
}

/** The directory has a code of its own for what is not there. */
export function notFound(serviceGroup: string, id: string): GraphError {
  const code = serviceGroup === "directory" ? "Request_ResourceNotFound" : "ResourceNotFound";
  return new GraphError(
    404,
    code,
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
