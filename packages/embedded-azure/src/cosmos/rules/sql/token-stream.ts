import { syntaxError, unsupportedSql } from "./syntax-error.ts";
import type { Token } from "./tokens.ts";

const KEYWORDS = new Set(
  "SELECT DISTINCT TOP VALUE FROM IN JOIN WHERE ORDER BY ASC DESC GROUP OFFSET LIMIT AND OR NOT BETWEEN LIKE EXISTS AS NULL TRUE FALSE UNDEFINED".split(
    " ",
  ),
);

/** What the service can do and this server refuses, distinct from plain syntax errors. */
const UNSUPPORTED: { readonly [text: string]: string } = {
  DISTINCT: "DISTINCT",
  OFFSET: "OFFSET LIMIT",
  JOIN: "JOIN",
  GROUP: "GROUP BY",
  BETWEEN: "BETWEEN",
  LIKE: "LIKE",
  EXISTS: "EXISTS",
  ARRAY: "ARRAY(SELECT ...)",
  UDF: "A user defined function",
  "??": "The operator ??",
  "?": "The operator ? :",
  "||": "The operator ||",
  "{": "An object literal",
  "[": "An array literal",
  SELECT: "A sub-query",
};

export type TokenStream = {
  peek(): Token;
  next(): Token;
  /** Takes the token when it is this keyword or symbol. */
  accept(text: string): boolean;
  expect(text: string): void;
  isKeyword(token: Token): boolean;
  /** Throws: names what is not supported, or else a syntax error at the token. */
  fail(): never;
};

/** A cursor over tokens; keywords are matched in any case, and never against strings. */
export function makeTokenStream(tokens: readonly Token[]): TokenStream {
  let at = 0;
  const peek = (): Token => tokens[at] ?? { kind: "end", text: "" };
  const is = (text: string): boolean => peek().kind !== "string" && peek().text.toUpperCase() === text;
  const accept = (text: string): boolean => {
    if (!is(text)) return false;
    at++;
    return true;
  };
  const fail = (): never => {
    const { kind, text } = peek();
    const what = kind === "string" ? undefined : nameOfUnsupported(text);
    throw what === undefined ? syntaxError(text) : unsupportedSql(what);
  };
  return {
    peek,
    next: () => {
      const token = peek();
      at++;
      return token;
    },
    accept,
    expect: (text) => {
      if (!accept(text)) fail();
    },
    isKeyword: (token) => token.kind === "word" && KEYWORDS.has(token.text.toUpperCase()),
    fail,
  };
}

function nameOfUnsupported(text: string): string | undefined {
  if (/^([-+*/%&|^~]|<<|>>)$/.test(text)) return `The operator ${text}`;
  return UNSUPPORTED[text.toUpperCase()];
}
