import type { Parameters } from "./evaluate.ts";
import type { Expression, Projection, Query } from "./syntax.ts";
import { queryError, unsupportedSql } from "./syntax-error.ts";

/** Throws 400 for what the grammar allows and the query language does not. */
export function checkQuery(query: Query): void {
  if (query.projection.kind === "count" && (query.orderBy.length > 0 || query.top !== undefined)) {
    throw unsupportedSql("COUNT together with ORDER BY or TOP");
  }
  for (const part of allParts(query)) {
    if (part.kind !== "path" || part.root === query.alias) continue;
    throw queryError("SC2001", `Identifier '${part.root}' could not be resolved.`);
  }
}

/** Throws 400 when the query names a parameter that was not sent with it. */
export function checkParameters(query: Query, parameters: Parameters): void {
  for (const part of allParts(query)) {
    if (part.kind !== "parameter" || parameters.has(part.name)) continue;
    throw queryError("SC2001", `The parameter '${part.name}' has no value.`);
  }
}

/** Every expression of a query, with the ones inside it. */
function allParts(query: Query): Expression[] {
  const { projection, where, orderBy, top } = query;
  const roots = [...projected(projection), ...orderBy.map(({ path }) => path), where, top];
  return roots.filter((root) => root !== undefined).flatMap(withParts);
}

function projected(projection: Projection): Expression[] {
  if (projection.kind === "item") return [];
  if (projection.kind === "properties") return projection.items.map((item) => item.expression);
  return [projection.kind === "value" ? projection.expression : projection.operand];
}

function withParts(expression: Expression): Expression[] {
  return [expression, ...partsOf(expression).flatMap(withParts)];
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "not":
      return [expression.operand];
    case "and":
    case "or":
    case "compare":
      return [expression.left, expression.right];
    case "in":
      return [expression.operand, ...expression.options];
    case "call":
      return expression.operands;
    default:
      return [];
  }
}
