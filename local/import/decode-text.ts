const marks = [
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
] as const;

/**
 * Text of a file by its byte order mark, without one as UTF-8: Windows PowerShell writes UTF-16,
 * the portal UTF-8 with a mark, PowerShell 7 none (graph.md 3). Throws on bytes that are no such text.
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = marks.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (!mark && isUtf16(bytes)) throw new Error("The text is UTF-16 without a byte order mark: save it with one");
  return new TextDecoder(mark?.encoding ?? "utf-8", { fatal: true }).decode(bytes);
}

/** JSON begins with ASCII, of which UTF-16 makes every other byte 0; UTF-8 text has none. */
function isUtf16(bytes: Uint8Array): boolean {
  return bytes.length >= 2 && (bytes[0] === 0) !== (bytes[1] === 0);
}
