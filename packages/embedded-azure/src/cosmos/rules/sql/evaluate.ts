import { type Value, valueAt } from "../json.ts";
import { compareValues, equalValues, isComparable } from "./compare-values.ts";
import { FUNCTIONS } from "./functions.ts";
import type { Comparison, Expression } from "./syntax.ts";

export type Parameters = ReadonlyMap<string, Value>;

/** The value of an expression for one item. Logic has three values: true, false and undefined. */
export function evaluate(expression: Expression, item: Value, parameters: Parameters): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "parameter":
      return parameters.get(expression.name);
    case "path":
      return valueAt(item, expression.steps);
    case "not":
      return negate(evaluate(expression.operand, item, parameters));
    case "and":
    case "or":
      return evaluateLogic(expression, item, parameters);
    case "compare":
      return compare(
        expression.operator,
        evaluate(expression.left, item, parameters),
        evaluate(expression.right, item, parameters),
      );
    case "in":
      return isOneOf(
        evaluate(expression.operand, item, parameters),
        expression.options.map((option) => evaluate(option, item, parameters)),
      );
    case "call":
      return FUNCTIONS[expression.name]?.apply(expression.operands.map((part) => evaluate(part, item, parameters)));
  }
}

function negate(value: Value): Value {
  return typeof value === "boolean" ? !value : undefined;
}

function evaluateLogic(
  expression: Extract<Expression, { kind: "and" | "or" }>,
  item: Value,
  parameters: Parameters,
): Value {
  // The value that decides alone: false for AND, true for OR.
  const decisive = expression.kind === "or";
  const left = evaluate(expression.left, item, parameters);
  if (left === decisive) return decisive;
  const right = evaluate(expression.right, item, parameters);
  if (right === decisive) return decisive;
  return left === !decisive && right === !decisive ? !decisive : undefined;
}

function compare(operator: Comparison, left: Value, right: Value): Value {
  if (operator === "=") return equalValues(left, right);
  if (operator === "!=") return negate(equalValues(left, right));
  if (!isComparable(left, right)) return undefined;
  const order = compareValues(left, right);
  if (operator === "<") return order < 0;
  if (operator === ">") return order > 0;
  return operator === "<=" ? order <= 0 : order >= 0;
}

function isOneOf(value: Value, options: readonly Value[]): Value {
  if (value === undefined) return undefined;
  return options.some((option) => equalValues(value, option) === true);
}
