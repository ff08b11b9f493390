/**
 * Whether a snapshot of the types that were read is one of all the required types. Where every type is switched off
 * nothing is: what read nothing is no snapshot of them.
 */
export function coversTypes(read: readonly string[], required: readonly string[]): boolean {
  const known = new Set(read);
  return required.length > 0 && required.every((type) => known.has(type));
}
