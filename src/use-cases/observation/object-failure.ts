import type { ErrorCode } from "../../domain/error/error-codes.ts";
import { Fault } from "../../domain/error/fault.ts";
import { signInCodes } from "../../domain/error/sign-in-codes.ts";
import { type Failure, toFailure } from "../../domain/failure/failure.ts";
import { noIntune } from "../../domain/graph/no-intune.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { type ListedObject, targetOf } from "./listed-object.ts";
import type { MissingRelation } from "./read-relations.ts";

// These concern the tenant or ourselves, not the type: going on with other objects would only repeat them.
const wholeRunCodes: ReadonlySet<ErrorCode> = new Set([...signInCodes, "store_unavailable", "conflict", "unexpected"]);

// A failure's message has 500 characters (failureSchema).
const messageLength = 500;

/** A failure of one object, which says its name; whatever concerns the whole run is thrown on. */
export function objectFailureOf(error: unknown, contract: ObjectTypeContract, listed: ListedObject): Failure {
  const failure = explained(failureOf(error, targetOf(contract, listed)), contract);
  return { ...failure, message: `"${listed.name}": ${failure.message}`.slice(0, messageLength) };
}

/** A relation that is missing of an object which is kept: what it is called, and why it is not there. */
export function relationFailureOf(
  { name, reason }: MissingRelation,
  contract: ObjectTypeContract,
  listed: ListedObject,
): Failure {
  const failure = toFailure(reason, `${targetOf(contract, listed)}/${name}`);
  return { ...failure, message: `"${listed.name}" is kept without its ${name}: ${failure.message}` };
}

/** A failure of a whole list: only where the contract names a licence is its absence believed. */
export function listFailureOf(error: unknown, contract: ObjectTypeContract): Failure {
  const { key, licence } = contract;
  const failure = failureOf(error, key);
  if (failure.code !== "not_licensed") return explained(failure, contract);
  // That one answer is about the whole tenant, so it is believed of every type.
  if (failure.message === noIntune) return failure;
  if (licence === undefined) return explained({ ...failure, code: "graph_forbidden" }, contract);
  return { ...failure, message: `The tenant has no ${licence}.` };
}

/**
 * A refusal names the permission that it needs. A service that needs a licence may refuse in the same words when that is
 * what the tenant lacks, so both are said.
 */
function explained(failure: Failure, { permissions, licence }: ObjectTypeContract): Failure {
  if (failure.code !== "graph_forbidden") return failure;
  const needed = `It needs the permission ${permissions.read.join(" and ")}`;
  const cause = licence === undefined ? needed : `${needed}; it may also be that the tenant has no ${licence}`;
  return { ...failure, message: `${failure.message} ${cause}.`.slice(0, messageLength) };
}

function failureOf(error: unknown, target: string): Failure {
  if (!(error instanceof Fault) || wholeRunCodes.has(error.code)) throw error;
  return toFailure(error, target);
}
