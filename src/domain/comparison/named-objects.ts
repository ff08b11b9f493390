import { edgeIdOf } from "../graph/edge.ts";
import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import type { ComparedEntry } from "./compared-side.ts";
import type { NameOf } from "./portable-form.ts";

/** By object type: what references call it. Some name no type, but all that begin alike, such as apps. */
export type Targets = ReadonlyMap<string, readonly string[]>;

type Referring = Pick<ObjectTypeContract, "key" | "references">;

/** What references may name, by the types that it lies in. */
export function targetsOfReferences(contracts: readonly Referring[]): Targets {
  const keys = contracts.map(({ key }) => key);
  const targets = new Set(contracts.flatMap(({ references }) => references.map(({ to }) => to)));
  const places = [...targets].flatMap((to) => {
    const types = keys.includes(to) ? [to] : keys.filter((key) => key.startsWith(to));
    return types.map((type) => ({ type, to }));
  });
  const byType = Map.groupBy(places, ({ type }) => type);
  return new Map([...byType].map(([type, all]) => [type, all.map(({ to }) => to)]));
}

/** Names of the objects of one side that others refer to, noted while its entries pass. */
export class NamedObjects {
  readonly #targets: Targets;
  readonly #named = new Map<string, Named>();
  readonly #counts = new Map<string, number>();

  constructor(targets: Targets) {
    this.#targets = targets;
  }

  note({ type, id, name }: ComparedEntry): void {
    const targets = this.#targets.get(type) ?? [];
    if (targets.length === 0) return;
    const named = { type, name: name.normalize("NFC") };
    for (const to of targets) this.#named.set(`${to}/${edgeIdOf(id)}`, named);
    this.#counts.set(keyOf(named), (this.#counts.get(keyOf(named)) ?? 0) + 1);
  }

  /** To be asked when all entries were noted. */
  readonly nameOf: NameOf = (to, id) => {
    const found = this.#named.get(`${to}/${edgeIdOf(id)}`);
    if (!found) return "unresolved";
    return this.#counts.get(keyOf(found)) === 1 ? found : "ambiguous";
  };
}

type Named = { readonly type: string; readonly name: string };

function keyOf({ type, name }: Named): string {
  return `${type}/${name}`;
}
