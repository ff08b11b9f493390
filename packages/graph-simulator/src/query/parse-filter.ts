import { type Entity, isEntity } from "../entity.ts";
import { badRequest } from "../graph-error.ts";

export type Filter = (entity: Entity) => boolean;

type Value = (entity: Entity) => unknown;
type Tokens = { readonly list: readonly string[]; at: number };

// A text may have the name of its enumeration before it: microsoft.graph.managedAppAvailability'global'.
const tokenPattern = /\s*((?:microsoft\.graph\.\w+)?'(?:[^']|'')*'|[(),]|[^\s(),']+)/gy;

const textFunctions: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
  contains: (text, part) => text.includes(part),
};

/** Comparisons, `startswith`, `endswith`, `contains`, `isof`, with `and`, `or`, `not` and parentheses. Texts compare without case, as Graph does. */
export function parseFilter(text: string): Filter {
  const tokens = { list: tokenize(text), at: 0 };
  const filter = parseOr(tokens);
  if (tokens.at < tokens.list.length) throw syntaxError(tokens);
  return filter;
}

function tokenize(text: string): string[] {
  const found = [...text.trim().matchAll(tokenPattern)];
  const end = found.reduce((length, [whole]) => length + whole.length, 0);
  if (found.length === 0 || end < text.trim().length) throw badRequest("Invalid filter clause");
  return found.map(([, token = ""]) => token);
}

function parseOr(tokens: Tokens): Filter {
  const left = parseAnd(tokens);
  if (!take(tokens, "or")) return left;
  const right = parseOr(tokens);
  return (entity) => left(entity) || right(entity);
}

function parseAnd(tokens: Tokens): Filter {
  const left = parseNot(tokens);
  if (!take(tokens, "and")) return left;
  const right = parseAnd(tokens);
  return (entity) => left(entity) && right(entity);
}

function parseNot(tokens: Tokens): Filter {
  if (take(tokens, "not")) {
    const inner = parseNot(tokens);
    return (entity) => !inner(entity);
  }
  if (isValueInParentheses(tokens)) return parseTerm(tokens);
  if (!take(tokens, "(")) return parseTerm(tokens);
  const inner = parseOr(tokens);
  expect(tokens, ")");
  return inner;
}

/** `(microsoft.graph.managedApp/appAvailability) eq null`: some clients write a property so. */
function isValueInParentheses({ list, at }: Tokens): boolean {
  return list[at] === "(" && list[at + 2] === ")" && comparisons.has((list[at + 3] ?? "").toLowerCase());
}

const comparisons: ReadonlyMap<string, (left: unknown, right: unknown) => boolean> = new Map([
  ["eq", isSame],
  ["ne", (left: unknown, right: unknown) => !isSame(left, right)],
  ["gt", (left: unknown, right: unknown) => order(left, right) > 0],
  ["ge", (left: unknown, right: unknown) => order(left, right) >= 0],
  ["lt", (left: unknown, right: unknown) => order(left, right) < 0],
  ["le", (left: unknown, right: unknown) => order(left, right) <= 0],
]);

function parseTerm(tokens: Tokens): Filter {
  const name = peek(tokens).toLowerCase();
  if (name !== "(" && tokens.list[tokens.at + 1] === "(") return parseComparedCall(tokens, name);
  const left = parseOperand(tokens);
  const compare = comparisons.get(next(tokens).toLowerCase());
  if (!compare) throw syntaxError(tokens);
  const right = parseValue(tokens);
  return (entity) => compare(left(entity), right(entity));
}

function parseOperand(tokens: Tokens): Value {
  if (!take(tokens, "(")) return parseValue(tokens);
  const value = parseValue(tokens);
  expect(tokens, ")");
  return value;
}

/** A function by itself, or compared with a truth value: `isof('x') eq false`. */
function parseComparedCall(tokens: Tokens, name: string): Filter {
  const call = parseCall(tokens, name);
  const compare = comparisons.get(peek(tokens).toLowerCase());
  if (!compare) return call;
  next(tokens);
  const right = parseValue(tokens);
  return (entity) => compare(call(entity), right(entity));
}

function parseCall(tokens: Tokens, name: string): Filter {
  next(tokens);
  expect(tokens, "(");
  const first = parseValue(tokens);
  const second = take(tokens, ",") ? parseValue(tokens) : undefined;
  expect(tokens, ")");
  if (name === "isof" && !second) return (entity) => isSame(entity["@odata.type"], `#${String(first(entity))}`);
  const compare = textFunctions[name];
  if (!compare || !second) throw badRequest(`An unknown function with name '${name}' was found.`);
  return (entity) => compare(toText(first(entity)), toText(second(entity)));
}

function parseValue(tokens: Tokens): Value {
  const token = next(tokens);
  const text = /^(?:microsoft\.graph\.\w+)?('.*')$/s.exec(token)?.[1];
  if (text !== undefined) return constant(text.slice(1, -1).replaceAll("''", "'"));
  if (token === "null") return constant(null);
  if (token === "true" || token === "false") return constant(token === "true");
  if (/^-?\d+(\.\d+)?$/.test(token)) return constant(Number(token));
  // Guids and times stand bare, as names do; a guid starts with a digit in most cases only, so its shape decides.
  if (/^[\da-f]{8}-|^\d{4}-\d\d-/i.test(token)) return constant(token);
  if (!/^[@\w./]+$/.test(token)) throw syntaxError(tokens);
  // A cast before a name only says which kind has the property; an object of another kind has none.
  const path = token.split("/").filter((part) => !part.startsWith("microsoft.graph."));
  return (entity) => path.reduce<unknown>((value, part) => (isEntity(value) ? value[part] : undefined), entity);
}

function constant(value: unknown): Value {
  return () => value;
}

function isSame(left: unknown, right: unknown): boolean {
  if (typeof left === "string" && typeof right === "string") return left.toLowerCase() === right.toLowerCase();
  return (left ?? null) === (right ?? null);
}

/** Numbers and texts; what cannot be compared is neither before nor after. */
function order(left: unknown, right: unknown): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left !== "string" || typeof right !== "string") return Number.NaN;
  return left.toLowerCase() < right.toLowerCase() ? -1 : Number(left.toLowerCase() > right.toLowerCase());
}

function toText(value: unknown): string {
  return typeof value === "string" ? value.toLowerCase() : "";
}

function peek(tokens: Tokens): string {
  return tokens.list[tokens.at] ?? "";
}

function next(tokens: Tokens): string {
  const token = tokens.list[tokens.at];
  if (token === undefined) throw syntaxError(tokens);
  tokens.at += 1;
  return token;
}

function take(tokens: Tokens, expected: string): boolean {
  if (peek(tokens).toLowerCase() !== expected) return false;
  tokens.at += 1;
  return true;
}

function expect(tokens: Tokens, expected: string): void {
  if (!take(tokens, expected)) throw syntaxError(tokens);
}

function syntaxError(tokens: Tokens): Error {
  return badRequest(`Invalid filter clause: syntax error at '${peek(tokens)}'.`);
}
