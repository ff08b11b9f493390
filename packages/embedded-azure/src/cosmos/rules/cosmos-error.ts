type Details = {
  readonly substatus?: number;
  readonly retryAfterMs?: number;
  readonly requestCharge?: number;
  /** More headers of the answer. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** A refusal in the service's own shape: HTTP status, `{code, message}` and, where there is one, the sub-status. */
export class CosmosError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Details;

  constructor(status: number, code: string, message: string, details: Details = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** The same refusal with more details. */
  with(details: Details): CosmosError {
    return new CosmosError(this.status, this.code, this.message, { ...this.details, ...details });
  }
}

export function badRequest(message: string): CosmosError {
  return new CosmosError(400, "BadRequest", message);
}

/** The refusal of everything that the service can do and this server cannot: never a wrong success. */
export function notSupported(what: string): CosmosError {
  return badRequest(`${what} is not supported by the local Cosmos DB server.`);
}

export function notFound(): CosmosError {
  return new CosmosError(404, "NotFound", "Entity with the specified id does not exist in the system.");
}

export function idConflict(): CosmosError {
  return new CosmosError(409, "Conflict", "Entity with the specified id already exists in the system.");
}

export function uniqueKeyConflict(): CosmosError {
  return new CosmosError(409, "Conflict", "Unique index constraint violation.");
}

export function preconditionFailed(): CosmosError {
  const message = "Operation cannot be performed because one of the specified precondition is not met.";
  return new CosmosError(412, "PreconditionFailed", message);
}

export function tooLarge(message = "Request size is too large."): CosmosError {
  return new CosmosError(413, "RequestEntityTooLarge", message);
}
