/** The anchor of a change: short, and the same whenever the same place of an object differs. FNV-1a over its pointer. */
export function changeId({ kind, place }: { readonly kind: string; readonly place: string }): string {
  let hash = 0x811c9dc5;
  for (const character of `${kind} ${place}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return `change-${(hash >>> 0).toString(16).padStart(8, "0")}`;
}
