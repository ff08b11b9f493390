/**
 * Whether a snapshot of the types that were read is one of all the wanted types. Where every type is switched off
 * nothing is: what read nothing is no snapshot of them.
 */
export function coversTypes(read: readonly string[], wanted: readonly string[]): boolean {
  const known = new Set(read);
  return wanted.length > 0 && wanted.every((type) => known.has(type));
}
