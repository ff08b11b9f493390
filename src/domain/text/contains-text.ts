/** Whether a text is part of another in any case, as the database's own `CONTAINS(_, _, true)` has it. */
export function containsText(whole: string, part: string): boolean {
  return whole.toLowerCase().includes(part.toLowerCase());
}
