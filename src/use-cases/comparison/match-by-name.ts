import type { ComparedEntry, ComparedTypes } from "../../domain/comparison/compared-side.ts";
import { differencesOfTenants } from "../../domain/comparison/equality.ts";
import { kindOfObject } from "../../domain/comparison/kind-of-object.ts";
import { NamedObjects, type Targets } from "../../domain/comparison/named-objects.ts";
import { type KindOf, pairByName, type SideName } from "../../domain/comparison/pair-by-name.ts";
import { type NamingSide, toPortableForm } from "../../domain/comparison/portable-form.ts";
import type { ContractIndex } from "../../domain/graph/contract-index.ts";
import type { Matching } from "./matching.ts";
import type { Side } from "./open-side.ts";
import { unlessLost } from "./unless-lost.ts";

/** Payloads that are read to tell objects of one name apart; what is beyond stays ambiguous. */
const mostKindsRead = 200;

/** A side, and whose it is. */
export type TenantSide = { readonly side: Side; readonly tenantId: string };

/** Of two sides of two tenants: an object is known by its type and name, and so is whatever it refers to (RC6, RC10). */
export function matchByName(
  deps: Pick<ContractIndex, "contractOf"> & { readonly targets: Targets },
  sides: Readonly<Record<SideName, TenantSide>>,
): Matching {
  const { targets } = deps;
  const named = { left: new NamedObjects(targets), right: new NamedObjects(targets) };
  const naming = (side: SideName): NamingSide => ({ tenantId: sides[side].tenantId, nameOf: named[side].nameOf });
  return {
    by: "name",
    watch: (side, entries) => noted(named[side], entries),
    typesOf: ({ left, right }) => ({ left: withoutIds(left), right: withoutIds(right) }),
    pair: (left, right) => pairByName(left, right, makeKindOf(deps, sides)),
    // An object that refers to nothing has one form in all tenants.
    trustsHashes: (contract) => contract?.references.length === 0,
    formOf: (side, contract, payload) => toPortableForm(contract, payload, naming(side)),
    differencesOf: async (contract, _pair, _types, [before, after]) =>
      kindOfObject(contract, before) === kindOfObject(contract, after)
        ? differencesOfTenants(contract, [before, after], [naming("left"), naming("right")])
        : "other_kind",
  };
}

/** Ids of what is gone from one tenant say nothing of what another has. */
function withoutIds(types: ComparedTypes): ComparedTypes {
  return new Map([...types].map(([type, { gone: _gone, ...each }]) => [type, each]));
}

async function* noted(names: NamedObjects, entries: AsyncIterable<ComparedEntry>): AsyncGenerator<ComparedEntry> {
  for await (const entry of entries) {
    names.note(entry);
    yield entry;
  }
}

function makeKindOf(
  { contractOf }: Pick<ContractIndex, "contractOf">,
  sides: Readonly<Record<SideName, TenantSide>>,
): KindOf {
  let read = 0;
  return async (name, entry) => {
    const contract = contractOf(entry.type);
    if (!contract || read >= mostKindsRead) return null;
    read += 1;
    const readPayload = await sides[name].side.payloadsOf([entry]);
    const payload = await readPayload(entry).catch(unlessLost);
    return payload ? kindOfObject(contract, payload) : null;
  };
}
