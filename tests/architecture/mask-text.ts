type Mode = { kind: "code"; braces: number } | { kind: "template" };

const word = /[\w$]/;
// After one of these a slash begins a regular expression; after a value it divides.
const beforeRegex = /(?:^|[=(,:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|await|void|throw))\s*$/;

/**
 * Blanks comments and the insides of strings, templates and regular expressions, so that a search finds code only.
 * Quotes, newlines and every offset stay where they are.
 */
export function maskText(text: string): string {
  const out: string[] = [];
  const modes: Mode[] = [{ kind: "code", braces: 0 }];
  let at = 0;

  const keep = (count: number) => {
    out.push(text.slice(at, at + count));
    at += count;
  };
  const blank = (end: number) => {
    out.push(text.slice(at, end).replace(/[^\n]/g, " "));
    at = end;
  };
  const quoted = (end: number) => {
    keep(1);
    blank(Math.max(at, end - 1));
    keep(1);
  };

  while (at < text.length) {
    const mode = modes.at(-1);
    const char = text.charAt(at);
    const pair = text.slice(at, at + 2);
    if (mode === undefined) throw new Error("The stack of modes is never empty.");
    if (mode.kind === "template") {
      if (char === "`") {
        modes.pop();
        keep(1);
      } else if (pair === "${") {
        modes.push({ kind: "code", braces: 0 });
        keep(2);
      } else blank(at + (char === "\\" ? 2 : 1));
      continue;
    }
    if (pair === "//") blank(endOf(text, "\n", at));
    else if (pair === "/*") blank(endOf(text, "*/", at + 2) + 2);
    else if (char === '"' || char === "'") quoted(endOfQuoted(text, at, char));
    else if (char === "/" && beforeRegex.test(lastCode(out))) quoted(endOfRegex(text, at));
    else if (char === "`") {
      modes.push({ kind: "template" });
      keep(1);
    } else if (char === "}" && mode.braces === 0 && modes.length > 1) {
      modes.pop();
      keep(1);
    } else {
      if (char === "{") mode.braces += 1;
      if (char === "}") mode.braces -= 1;
      keep(1);
    }
  }
  return out.join("");
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end === -1 ? text.length : end;
}

function endOfQuoted(text: string, from: number, quote: string): number {
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== quote && text.charAt(at) !== "\n")
    at += text.charAt(at) === "\\" ? 2 : 1;
  return at + 1;
}

function endOfRegex(text: string, from: number): number {
  let inClass = false;
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== "\n") {
    const char = text.charAt(at);
    if (char === "[") inClass = true;
    if (char === "]") inClass = false;
    if (char === "/" && !inClass) break;
    at += char === "\\" ? 2 : 1;
  }
  return at + 1;
}

/** The code just written, enough of it to know whether a value stands before the slash. */
function lastCode(out: string[]): string {
  let tail = "";
  for (let index = out.length - 1; index >= 0; index -= 1) {
    const piece = out[index] ?? "";
    tail = piece + tail;
    if (tail.trim().length > 0 && !word.test(tail.trimStart().charAt(0))) break;
  }
  return tail;
}
