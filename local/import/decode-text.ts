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
  return new TextDecoder(mark?.encoding ?? "utf-8", { fatal: true }).decode(bytes);
}
