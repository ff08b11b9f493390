/** An object without its undefined properties: an optional parameter that was not given is not there. */
export function definedOnly<T extends object>(values: { [Name in keyof T]: T[Name] | undefined }): T {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  // Removing undefined values is exactly the difference between the two types.
  return Object.fromEntries(given) as T;
}
