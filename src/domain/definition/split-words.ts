/** The words that a name in code is made of: `allowUSBDebugging` is allow, USB, Debugging. */
export function splitWords(name: string): string[] {
  return name.match(/\p{Lu}{2,}(?!\p{Ll})|\p{Lu}?[\p{Ll}]+|\p{Lu}|\p{N}+|[^\s\p{L}\p{N}_.-]+/gu) ?? [];
}
