/** A hook's context: `open` may be replaced by a hook, assigning to one of `fixed` throws, as in Azure. */
export function fixedProperties<T extends object>(open: T, fixed: Readonly<Record<string, unknown>>): T {
  for (const [key, value] of Object.entries(fixed)) {
    Object.defineProperty(open, key, {
      enumerable: true,
      get: () => value,
      set: () => {
        throw new TypeError(`Cannot assign to read only property '${key}' of a hook context.`);
      },
    });
  }
  return open;
}
