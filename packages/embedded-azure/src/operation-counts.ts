/** Counts by name; of free names each that is there is a number. */
export type CountsByName<Name extends string> = string extends Name
  ? Readonly<Record<string, number>>
  : Readonly<Partial<Record<Name, number>>>;

/** How often each operation of a server was carried out since its start; what has no name cannot be counted. */
export type OperationCounts<Name extends string> = {
  readonly count: (operation: Name) => void;
  readonly counts: () => CountsByName<Name>;
};

export function makeOperationCounts<Name extends string>(): OperationCounts<Name> {
  const counted = new Map<Name, number>();
  return {
    count: (operation) => void counted.set(operation, (counted.get(operation) ?? 0) + 1),
    // Keys come from the map above; the compiler knows the keys of built objects as texts only.
    counts: () => Object.fromEntries(counted) as CountsByName<Name>,
  };
}
