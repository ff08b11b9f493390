import { FUNCTIONS } from "./functions.ts";
import type { Comparison, Expression, Path } from "./syntax.ts";
import { syntaxError, unsupportedSql } from "./syntax-error.ts";
import type { TokenStream } from "./token-stream.ts";

const COMPARISONS: { readonly [symbol: string]: Comparison } = {
  "=": "=",
  "!=": "!=",
  "<>": "!=",
  "<": "<",
  ">": ">",
  "<=": "<=",
  ">=": ">=",
};

/** Parses one expression, weakest binding first: OR, AND, NOT, comparisons. */
export function parseExpression(stream: TokenStream): Expression {
  let left = parseAnd(stream);
  while (stream.accept("OR")) left = { kind: "or", left, right: parseAnd(stream) };
  return left;
}

function parseAnd(stream: TokenStream): Expression {
  let left = parseNot(stream);
  while (stream.accept("AND")) left = { kind: "and", left, right: parseNot(stream) };
  return left;
}

function parseNot(stream: TokenStream): Expression {
  if (stream.accept("NOT")) return { kind: "not", operand: parseNot(stream) };
  return parseComparison(stream);
}

function parseComparison(stream: TokenStream): Expression {
  const left = parseOperand(stream);
  const operator = COMPARISONS[stream.peek().text];
  if (operator !== undefined && stream.peek().kind === "symbol") {
    stream.next();
    return { kind: "compare", operator, left, right: parseOperand(stream) };
  }
  if (stream.accept("NOT")) {
    if (stream.peek().text.toUpperCase() !== "IN") stream.fail();
    return { kind: "not", operand: parseIn(stream, left) };
  }
  return stream.peek().text.toUpperCase() === "IN" && stream.peek().kind === "word" ? parseIn(stream, left) : left;
}

function parseIn(stream: TokenStream, operand: Expression): Expression {
  stream.expect("IN");
  stream.expect("(");
  if (stream.peek().text === ")") return stream.fail();
  return { kind: "in", operand, options: parseList(stream) };
}

/** Expressions up to and including the closing parenthesis. */
function parseList(stream: TokenStream): Expression[] {
  const list: Expression[] = [];
  if (stream.accept(")")) return list;
  do list.push(parseExpression(stream));
  while (stream.accept(","));
  stream.expect(")");
  return list;
}

function parseOperand(stream: TokenStream): Expression {
  const token = stream.peek();
  if (token.kind === "string") return { kind: "literal", value: stream.next().text };
  if (token.kind === "number") return { kind: "literal", value: Number(stream.next().text) };
  if (token.kind === "parameter") return { kind: "parameter", name: stream.next().text };
  if (stream.accept("-")) return negativeNumber(stream);
  if (stream.accept("!")) return { kind: "not", operand: parseOperand(stream) };
  if (stream.accept("(")) return parseParenthesis(stream);
  if (token.kind === "word") return parseWord(stream);
  return stream.fail();
}

function negativeNumber(stream: TokenStream): Expression {
  if (stream.peek().kind !== "number") throw unsupportedSql("The operator -");
  return { kind: "literal", value: -Number(stream.next().text) };
}

function parseParenthesis(stream: TokenStream): Expression {
  const inner = parseExpression(stream);
  stream.expect(")");
  return inner;
}

function parseWord(stream: TokenStream): Expression {
  if (stream.accept("NULL")) return { kind: "literal", value: null };
  if (stream.accept("TRUE")) return { kind: "literal", value: true };
  if (stream.accept("FALSE")) return { kind: "literal", value: false };
  if (stream.accept("UNDEFINED")) return { kind: "literal", value: undefined };
  if (stream.isKeyword(stream.peek())) return stream.fail();
  const name = stream.next().text;
  if (stream.accept("(")) return parseCall(stream, name.toUpperCase());
  if (name.toUpperCase() === "UDF") throw unsupportedSql("A user defined function");
  return parsePath(stream, name);
}

function parseCall(stream: TokenStream, name: string): Expression {
  if (name === "COUNT") throw unsupportedSql("COUNT in any place but directly after SELECT VALUE");
  const known = FUNCTIONS[name];
  if (known === undefined) throw unsupportedSql(`The function ${name}`);
  const operands = parseList(stream);
  const [least, most] = known.operands;
  if (operands.length >= least && operands.length <= most) return { kind: "call", name, operands };
  throw unsupportedSql(`The function ${name} with ${operands.length} argument(s)`);
}

/** A path whose root name was just read: `.name`, `["name"]` and `[0]`, as many as there are. */
export function parsePath(stream: TokenStream, root: string): Path {
  const steps: (string | number)[] = [];
  for (;;) {
    if (stream.accept(".")) steps.push(parseDotted(stream));
    else if (stream.accept("[")) steps.push(parseBracket(stream));
    else return { kind: "path", root, steps };
  }
}

/** A keyword is no property name here, in the service neither: `c["order"]`. */
function parseDotted(stream: TokenStream): string {
  const token = stream.peek();
  if (token.kind !== "word" || stream.isKeyword(token)) throw syntaxError(token.text);
  return stream.next().text;
}

function parseBracket(stream: TokenStream): string | number {
  const { kind } = stream.peek();
  if (kind !== "string" && kind !== "number") throw unsupportedSql("A computed property name");
  const { text } = stream.next();
  stream.expect("]");
  return kind === "number" ? Number(text) : text;
}
