// Controls (C0, DEL, C1), line and paragraph separators, and what turns the direction of writing.
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/**
 * Text from outside for a terminal, a log line or a spreadsheet: what would move a cursor, begin a line or turn the
 * writing round is shown as a sign instead (https://www.unicode.org/charts/PDF/U2400.pdf), else as U+FFFD.
 */
export function visibleText(text: string): string {
  return text.replace(unseen, (each) => signOf(each.charCodeAt(0)));
}

function signOf(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
}

/** An error for one line of a log: where it came from, and what caused it. */
export function toLogText(error: unknown): string {
  if (!(error instanceof Error)) return visibleText(String(error));
  const own = visibleText(error.stack ?? String(error));
  return error.cause === undefined ? own : `${own} caused by ${toLogText(error.cause)}`;
}
