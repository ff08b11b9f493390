/**
 * Gives `Reflect` the two metadata readers that tsyringe, below @peculiar/x509, insists on when it is loaded. Nothing
 * here uses decorators, so "no metadata" is the whole truth. A real polyfill that is already present stays.
 */
export function defineReflectMetadata(): void {
  const none = { value: () => undefined, configurable: true, writable: true };
  for (const name of ["getMetadata", "getOwnMetadata"]) {
    if (!(name in Reflect)) Object.defineProperty(Reflect, name, none);
  }
}
