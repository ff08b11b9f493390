/** About what a button needs in pixels: icon and padding, and a letter of the system's font at 14 px. */
const around = 52;
const letter = 7.5;
const menu = 40;

/** The first commands that fit `width` pixels beside the button of the menu; all while the width is not known. */
export function commandsThatFit<Named extends { readonly text: string }>(
  commands: readonly Named[],
  width: number | undefined,
): readonly Named[] {
  if (width === undefined) return commands;
  const ends: number[] = [];
  for (const { text } of commands) ends.push((ends.at(-1) ?? 0) + around + letter * text.length);
  if ((ends.at(-1) ?? 0) <= width) return commands;
  return commands.filter((_, index) => (ends[index] ?? 0) <= width - menu);
}
