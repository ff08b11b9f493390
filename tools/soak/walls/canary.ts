import type { Random } from "@tenantpilot/embedded-azure/random";
import { makeDemoTenant } from "../../../local/seeds/make-demo-tenant.ts";
import type { SeedObject } from "../../../local/seeds/seed-tenant.ts";

/** A tenant that is known again wherever something of it turns up. */
export type Canary = {
  readonly id: string;
  readonly name: string;
  /** The beginning of its id, of its name, and of every id and name in it. No other tenant has it anywhere. */
  readonly mark: string;
};

/** As many digits as are in no hash by chance, and a hyphen that no hash has. */
const markLength = "00000000-0000".length;
const fewestObjects = 50;
const nameProperties: ReadonlySet<string> = new Set(["displayName", "name"]);

export function aCanary(random: Random): Canary {
  const id = random.guid();
  const mark = id.slice(0, markLength);
  return { id, mark, name: `${mark} Ltd` };
}

/** What is in the tenant at Microsoft: a small demo tenant, with the mark in each id, reference and name. */
export function objectsOf({ mark }: Canary, seed: number): SeedObject[] {
  const text = JSON.stringify(makeDemoTenant(seed, { objects: fewestObjects }));
  const marked: SeedObject[] = JSON.parse(
    text.replaceAll(/[\da-f]{8}-[\da-f]{4}(?=(-[\da-f]{4}){2}-[\da-f]{12})/g, mark),
  );
  return marked.map(({ collectionPath, object }) => {
    const names = Object.entries(object).flatMap(([property, value]) =>
      nameProperties.has(property) && typeof value === "string" ? [[property, `${mark} ${value}`] as const] : [],
    );
    return { collectionPath, object: { ...object, ...Object.fromEntries(names) } };
  });
}
