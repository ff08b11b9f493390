import { checkQuery } from "./check-query.ts";
import { parseExpression, parsePath } from "./parse-expression.ts";
import type { Expression, OrderTerm, Projection, Query } from "./syntax.ts";
import { unsupportedSql } from "./syntax-error.ts";
import { makeTokenStream, type TokenStream } from "./token-stream.ts";
import { toTokens } from "./tokens.ts";

/** Parses a SELECT of one container. Throws the service's 400 for bad SQL and for SQL this server does not know. */
export function parseQuery(sql: string): Query {
  const stream = makeTokenStream(toTokens(sql));
  stream.expect("SELECT");
  if (stream.peek().text.toUpperCase() === "DISTINCT") stream.fail();
  const top = stream.accept("TOP") ? parseTop(stream) : undefined;
  const projection = parseProjection(stream);
  const query = {
    projection,
    top,
    ...parseFromAndWhere(stream),
    orderBy: parseOrderBy(stream),
  };
  if (stream.peek().kind !== "end") stream.fail();
  checkQuery(query);
  return query;
}

/** Parses the condition of a patch: `FROM alias WHERE ...`. */
export function parseCondition(sql: string): Query {
  const stream = makeTokenStream(toTokens(sql));
  const none = { orderBy: [], top: undefined };
  const query: Query = { projection: { kind: "item" }, ...none, ...parseFromAndWhere(stream) };
  if (stream.peek().kind !== "end") stream.fail();
  checkQuery(query);
  return query;
}

function parseProjection(stream: TokenStream): Projection {
  if (stream.accept("*")) return { kind: "item" };
  if (stream.accept("VALUE")) return parseCount(stream) ?? { kind: "value", expression: parseExpression(stream) };
  const items: { name: string; expression: Expression }[] = [];
  do items.push(parseProperty(stream, items.length));
  while (stream.accept(","));
  return { kind: "properties", items };
}

function parseCount(stream: TokenStream): Projection | undefined {
  if (!stream.accept("COUNT")) return undefined;
  stream.expect("(");
  const operand = parseExpression(stream);
  stream.expect(")");
  return { kind: "count", operand };
}

function parseProperty(stream: TokenStream, position: number): { name: string; expression: Expression } {
  const expression = parseExpression(stream);
  const hasAlias = stream.accept("AS") || (stream.peek().kind === "word" && !stream.isKeyword(stream.peek()));
  if (hasAlias) return { name: parseName(stream), expression };
  return { name: impliedName(expression) ?? `$${position + 1}`, expression };
}

function impliedName(expression: Expression): string | undefined {
  if (expression.kind !== "path") return undefined;
  const last = expression.steps.at(-1) ?? expression.root;
  return typeof last === "string" ? last : undefined;
}

function parseName(stream: TokenStream): string {
  const token = stream.peek();
  return token.kind === "word" ? stream.next().text : stream.fail();
}

function parseFromAndWhere(stream: TokenStream): { alias: string; where: Expression | undefined } {
  stream.expect("FROM");
  const name = parseName(stream);
  if (stream.accept("IN")) throw unsupportedSql("FROM ... IN");
  if (parsePath(stream, name).steps.length > 0) throw unsupportedSql("FROM a part of the items");
  const hasAlias = stream.accept("AS") || (stream.peek().kind === "word" && !stream.isKeyword(stream.peek()));
  const alias = hasAlias ? parseName(stream) : name;
  return { alias, where: stream.accept("WHERE") ? parseExpression(stream) : undefined };
}

function parseOrderBy(stream: TokenStream): OrderTerm[] {
  const terms: OrderTerm[] = [];
  if (!stream.accept("ORDER")) return terms;
  stream.expect("BY");
  do terms.push(parseOrderTerm(stream));
  while (stream.accept(","));
  return terms;
}

function parseOrderTerm(stream: TokenStream): OrderTerm {
  const path = parseExpression(stream);
  if (path.kind !== "path" || path.steps.length === 0) throw unsupportedSql("ORDER BY anything but a property path");
  const descending = stream.accept("DESC");
  if (!descending) stream.accept("ASC");
  return { path, descending };
}

function parseTop(stream: TokenStream): Expression {
  const { kind, text } = stream.peek();
  if (kind === "parameter") return { kind: "parameter", name: stream.next().text };
  if (kind !== "number") return stream.fail();
  stream.next();
  return { kind: "literal", value: Number(text) };
}
