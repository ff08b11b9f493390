/** Labels as people type them, parted by commas; what is empty between two is none. */
export function toLabels(text: string): string[] {
  return text.split(",").flatMap((label) => label.trim() || []);
}
