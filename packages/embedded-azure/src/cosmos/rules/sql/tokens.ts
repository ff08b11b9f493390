import { syntaxError } from "./syntax-error.ts";

export type Token = {
  readonly kind: "word" | "string" | "number" | "parameter" | "symbol" | "end";
  /** As written; a string without its quotes and escapes. */
  readonly text: string;
};

const PATTERN = new RegExp(
  [
    String.raw`\s+|--[^\n]*`,
    String.raw`(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')`,
    String.raw`(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)`,
    String.raw`(?<word>[A-Za-z_$][\w$]*)`,
    String.raw`(?<parameter>@\w+)`,
    String.raw`(?<symbol>\?\?|<>|!=|<=|>=|\|\||<<|>>|[-+*/%=<>(){}[\],.:?!|&^~])`,
  ].join("|"),
  "gy",
);

const ESCAPES: { readonly [letter: string]: string } = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/** Cuts a query into tokens, the last of which is `end`. Throws the service's 400 on anything that is no token. */
export function toTokens(sql: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of sql.matchAll(PATTERN)) {
    end = match.index + match[0].length;
    const token = toToken(match.groups ?? {});
    if (token !== undefined) tokens.push(token);
  }
  if (end !== sql.length) throw syntaxError(sql.slice(end, end + 10));
  return [...tokens, { kind: "end", text: "" }];
}

function toToken(groups: { [kind: string]: string | undefined }): Token | undefined {
  for (const kind of ["word", "parameter", "symbol", "number"] as const) {
    const text = groups[kind];
    if (text !== undefined) return { kind, text };
  }
  const quoted = groups["string"];
  return quoted === undefined ? undefined : { kind: "string", text: withoutEscapes(quoted.slice(1, -1)) };
}

function withoutEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_all, hex: string | undefined, letter: string) =>
    hex === undefined ? (ESCAPES[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
