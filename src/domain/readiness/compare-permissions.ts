import type { ApplicationReadiness, Excess } from "./readiness.ts";

/** A permission of Microsoft Graph, and the keys of the object types that it serves. */
export type Uses = ReadonlyMap<string, readonly string[]>;

export type Wanted = {
  /** What the tenant's switches leave to be done. */
  readonly needed: Uses;
  /** What the product would need if the tenant had switched nothing off. */
  readonly known: Uses;
};

type Compared = Pick<ApplicationReadiness, "granted" | "missing" | "excess">;

/** What is granted against what is needed: by name, with what each serves. Excess is a warning, never a fault (P5.3). */
export function comparePermissions(granted: readonly string[], { needed, known }: Wanted): Compared {
  const has = new Set(granted);
  const serving = (permission: string) => ({ permission, serves: [...(needed.get(permission) ?? [])] });
  const missing = [...needed.keys()].filter((name) => !has.has(name) && !has.has(higherThan(name)));
  const excess = granted.flatMap((name): Excess[] => {
    if (needed.has(name)) return [];
    return [{ permission: name, why: whyExcess(name, { needed, known }) }];
  });
  return {
    granted: granted.filter((name) => needed.has(name)).map(serving),
    missing: missing.map(serving),
    excess,
  };
}

function whyExcess(name: string, { needed, known }: Wanted): Exclude<Excess["why"], "unknown"> {
  if ([...needed.keys()].some((lesser) => higherThan(lesser) === name)) return "higher";
  return known.has(name) ? "switched_off" : "unused";
}

/** What may do all that a permission to read may, and write too: https://learn.microsoft.com/graph/permissions-overview */
function higherThan(name: string): string {
  return name.replace(/\.Read\./, ".ReadWrite.");
}
