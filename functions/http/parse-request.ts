import type { HttpRequest } from "@azure/functions";
import { z } from "zod";
import { Fault } from "../../src/domain/error/fault.ts";
import { type FieldProblem, InvalidRequest } from "./invalid-request.ts";

/**
 * Path parameters. One that cannot be an id of ours names nothing that exists. The tenant's is for routes that ask for it:
 * those of one tenant have its scope instead.
 */
export function parseParams<P extends z.ZodObject>(schema: P, request: HttpRequest): z.infer<P> {
  const { tenantId: _tenantId, ...own } = request.params;
  const parsed = schema.safeParse("tenantId" in schema.shape ? request.params : own);
  if (!parsed.success) throw new Fault("not_found", "There is nothing with this id.");
  return parsed.data;
}

/** Query parameters, each at most once. Unknown ones are refused, so that a misspelt filter is not ignored. */
export function parseQuery<Q extends z.ZodObject>(schema: Q, request: HttpRequest): z.infer<Q> {
  const names = [...request.query.keys()];
  const repeated = names.find((name, position) => names.indexOf(name) !== position);
  if (repeated) throw new InvalidRequest([{ field: repeated, problem: "may be given once only" }]);
  return parseFields(schema, Object.fromEntries(request.query.entries()));
}

/** Header Idempotency-Key as callers may send it, one to 200 printable ASCII characters. */
export const idempotencyKeySchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .meta({ description: "The same key and body give the same run for 24 hours, also after it has ended." });

export function parseIdempotencyKey(request: HttpRequest): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null || idempotencyKeySchema.safeParse(key).success) return key;
  throw new InvalidRequest([{ field: "Idempotency-Key", problem: "must be 1 to 200 printable ASCII characters" }]);
}

export const ifMatchSchema = z
  .string()
  .min(1)
  .meta({ description: "The ETag of the answer that the change is based on; another one by now is 412." });

/** Any version of what is there, or one of these. */
export type IfMatch = "*" | readonly string[];

const entityTag = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;

/** Header If-Match as RFC 9110 13.1.1 has it. A weak tag matches nothing. */
export function parseIfMatch(request: HttpRequest): IfMatch {
  const header = (request.headers.get("if-match") ?? "").trim();
  if (header === "") throw new Fault("precondition_required", "This change needs the header If-Match.");
  if (header === "*") return header;
  const tags = header.split(/,(?=\s*(?:W\/)?")/).map((each) => each.trim());
  if (tags.every((tag) => entityTag.test(tag))) return tags.filter((tag) => !tag.startsWith("W/"));
  throw new InvalidRequest([{ field: "If-Match", problem: "must be an ETag, several of them, or *" }]);
}

/** Fields as a schema has them, or every one that is wrong. */
export function parseFields<S extends z.ZodObject>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidRequest(parsed.error.issues.flatMap(toProblems));
}

/** A name that is not known is the field in question; the schema's own report puts it into the text. */
function toProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code !== "unrecognized_keys") return [{ field: issue.path.join("."), problem: issue.message }];
  return issue.keys.map((key) => ({ field: [...issue.path, key].join("."), problem: "is not known here" }));
}
