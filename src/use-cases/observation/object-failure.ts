import type { ErrorCode } from "../../domain/error/error-codes.ts";
import { Fault } from "../../domain/error/fault.ts";
import { signInCodes } from "../../domain/error/sign-in-codes.ts";
import { type Failure, toFailure } from "../../domain/failure/failure.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { type ListedObject, targetOf } from "./listed-object.ts";
import type { MissingPart } from "./read-parts.ts";

// These concern the tenant or ourselves, not the type: going on with other objects would only repeat them.
const wholeRunCodes: ReadonlySet<ErrorCode> = new Set([...signInCodes, "store_unavailable", "conflict", "unexpected"]);

/** A failure of one object, which says its name; whatever concerns the whole run is thrown on. */
export function objectFailureOf(error: unknown, contract: ObjectTypeContract, listed: ListedObject): Failure {
  const failure = failureOf(error, targetOf(contract, listed));
  return { ...failure, message: `"${listed.name}": ${failure.message}` };
}

/** A part that is missing of an object which is kept: what it is called, and why it is not there. */
export function partFailureOf(
  { name, reason }: MissingPart,
  contract: ObjectTypeContract,
  listed: ListedObject,
): Failure {
  const failure = toFailure(reason, `${targetOf(contract, listed)}/${name}`);
  return { ...failure, message: `"${listed.name}" is kept without its ${name}: ${failure.message}` };
}

/** A failure of a whole list: only where the contract names a licence is its absence believed. */
export function listFailureOf(error: unknown, { key, licence }: ObjectTypeContract): Failure {
  const failure = failureOf(error, key);
  if (failure.code !== "not_licensed") return failure;
  if (licence === undefined) return { ...failure, code: "graph_forbidden" };
  return { ...failure, message: `The tenant has no ${licence}.` };
}

function failureOf(error: unknown, target: string): Failure {
  if (!(error instanceof Fault) || wholeRunCodes.has(error.code)) throw error;
  return toFailure(error, target);
}
