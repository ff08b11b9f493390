/** An object without its undefined properties: an optional parameter that was not sent is absent. */
export function definedOnly<T extends object>(values: { [Name in keyof T]: T[Name] | undefined }): T {
  const defined = Object.entries(values).filter(([, value]) => value !== undefined);
  // Removing undefined values is exactly the difference between the two types.
  return Object.fromEntries(defined) as T;
}
