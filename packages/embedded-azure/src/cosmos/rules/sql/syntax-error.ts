import { badRequest, type CosmosError } from "../cosmos-error.ts";

/** A 400 whose message is the JSON text that the service's query engine puts there. */
export function queryError(code: string, message: string): CosmosError {
  return badRequest(`Message: ${JSON.stringify({ errors: [{ severity: "Error", code, message }] })}`);
}

export function syntaxError(near: string): CosmosError {
  return queryError("SC1001", `Syntax error, incorrect syntax near '${near}'.`);
}

/** The refusal of SQL that the service knows and this server does not. */
export function unsupportedSql(what: string): CosmosError {
  return queryError("SC9000", `${what} is not supported by the local Cosmos DB server.`);
}
