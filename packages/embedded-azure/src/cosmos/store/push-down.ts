import type { Value } from "../rules/json.ts";
import { typeRank } from "../rules/sql/compare-values.ts";
import { evaluate, type Parameters } from "../rules/sql/evaluate.ts";
import type { Comparison, Expression, Path } from "../rules/sql/syntax.ts";
import { isId, isPlainPath, rankSql, type SqlValue, toSqlValue, valueSql } from "./sort-key.ts";

/** Conditions that SQLite checks, joined by AND. When `exact` is false the evaluator must still check every row. */
export type Filter = {
  readonly clauses: readonly string[];
  readonly values: readonly SqlValue[];
  readonly exact: boolean;
};

const NOTHING: Filter = { clauses: [], values: [], exact: false };
const MIRRORED: { readonly [operator in Comparison]: Comparison } = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
};

/** The part of a condition that SQLite can check on plain property paths. */
export function pushDown(where: Expression | undefined, parameters: Parameters): Filter {
  if (where === undefined) return { clauses: [], values: [], exact: true };
  if (where.kind === "and") return both(pushDown(where.left, parameters), pushDown(where.right, parameters));
  if (where.kind === "compare") return pushComparison(where, parameters);
  if (where.kind === "call" && where.name === "IS_DEFINED") return pushDefined(where.operands[0]);
  return where.kind === "in" ? pushIn(where, parameters) : NOTHING;
}

/** The plain paths that a condition compares by `=` with one constant: all items it finds have the same value there. */
export function fixedPaths(where: Expression | undefined): Set<string> {
  if (where?.kind === "and") return new Set([...fixedPaths(where.left), ...fixedPaths(where.right)]);
  if (where?.kind !== "compare" || where.operator !== "=") return new Set();
  const { left, right } = where;
  if (isPushable(left) && isConstant(right)) return new Set([left.steps.join("/")]);
  return isPushable(right) && isConstant(left) ? new Set([right.steps.join("/")]) : new Set();
}

function both(left: Filter, right: Filter): Filter {
  return {
    clauses: [...left.clauses, ...right.clauses],
    values: [...left.values, ...right.values],
    exact: left.exact && right.exact,
  };
}

function pushComparison(where: Extract<Expression, { kind: "compare" }>, parameters: Parameters): Filter {
  const { left, right, operator } = where;
  if (isPushable(left) && isConstant(right)) {
    return comparisonFilter(left.steps, operator, evaluate(right, undefined, parameters));
  }
  if (isPushable(right) && isConstant(left)) {
    return comparisonFilter(right.steps, MIRRORED[operator], evaluate(left, undefined, parameters));
  }
  return NOTHING;
}

function comparisonFilter(steps: readonly string[], operator: Comparison, value: Value): Filter {
  if (!isSafe(value) || operator === "!=") return NOTHING;
  if (isId(steps)) return idFilter(operator, value);
  const ordered = typeof value === "string" || typeof value === "number";
  if (!ordered && operator !== "=") return NOTHING;
  const rank = `${rankSql(steps)}=${typeRank(value)}`;
  if (!ordered) return { clauses: [rank], values: [], exact: true };
  return { clauses: [rank, `${valueSql(steps)}${operator}?`], values: [toSqlValue(value)], exact: true };
}

/** The id has a column of its own, and is a text in every item. */
function idFilter(operator: Comparison, value: Value): Filter {
  if (typeof value !== "string") return { clauses: ["0"], values: [], exact: true };
  return { clauses: [`id${operator}?`], values: [value], exact: true };
}

function pushIn(where: Extract<Expression, { kind: "in" }>, parameters: Parameters): Filter {
  const options = where.options.map((option) => (isConstant(option) ? evaluate(option, undefined, parameters) : null));
  const texts = options.flatMap((option) => (typeof option === "string" && isSafe(option) ? [option] : []));
  if (!isPushable(where.operand) || texts.length !== options.length || texts.length === 0) return NOTHING;
  const { steps } = where.operand;
  const marks = texts.map(() => "?").join(",");
  const clauses = isId(steps) ? [`id IN (${marks})`] : [`${rankSql(steps)}=5`, `${valueSql(steps)} IN (${marks})`];
  return { clauses, values: texts, exact: true };
}

function pushDefined(operand: Expression | undefined): Filter {
  if (operand === undefined || !isPushable(operand)) return NOTHING;
  return { clauses: [`${rankSql(operand.steps)}<>0`], values: [], exact: true };
}

function isPushable(expression: Expression): expression is Path & { readonly steps: readonly string[] } {
  return expression.kind === "path" && isPlainPath(expression.steps);
}

function isConstant(expression: Expression): boolean {
  return expression.kind === "literal" || expression.kind === "parameter";
}

/** Strings that SQLite's JSON functions give back changed (NUL, lone surrogates) are left to the evaluator. */
function isSafe(value: Value): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  return value === null || typeof value === "number" || typeof value === "boolean";
}
