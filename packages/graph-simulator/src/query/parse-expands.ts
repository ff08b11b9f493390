import { badRequest } from "../graph-error.ts";

export type Expand = {
  readonly name: string;
  /** The kind of object that has it, without namespace, where the text names one: `microsoft.graph.kind/name`. */
  readonly cast: string | undefined;
  /** Empty = every property. */
  readonly select: readonly string[];
  readonly expands: readonly Expand[];
};

/** `a,b($select=x;$expand=c)`: the grammar of $expand, without the options that Graph does not take there. */
export function parseExpands(text: string): readonly Expand[] {
  return splitOutside(text, ",").map(parseOne);
}

function parseOne(text: string): Expand {
  const match = /^(?:(?:microsoft\.)?graph\.(\w+)\/)?([\w.]+)(?:\((.*)\))?$/s.exec(text);
  const [, cast, name, inside = ""] = match ?? [];
  if (name === undefined) throw badRequest(`Parsing OData Select and Expand failed: Syntax error in '${text}'.`);
  const options = new Map(splitOutside(inside, ";").map(parseOption));
  const select = options.get("select") ?? "";
  const unknown = [...options.keys()].find((option) => option !== "select" && option !== "expand");
  if (unknown) throw badRequest(`Parsing OData Select and Expand failed: Term '${unknown}' is not valid.`);
  return { name, cast, select: splitOutside(select, ","), expands: parseExpands(options.get("expand") ?? "") };
}

function parseOption(text: string): [string, string] {
  const equals = text.indexOf("=");
  return [text.slice(0, equals).trim().replace(/^\$/, "").toLowerCase(), text.slice(equals + 1).trim()];
}

/** Parts between separators that stand outside parentheses, trimmed, without empty ones. */
function splitOutside(text: string, separator: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (character === separator && depth === 0) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${character}`);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
