import type { ServiceGroup, Version } from "./collection.ts";

type Relationship = {
  readonly path: string;
  /** Kinds that have it, as `#microsoft.graph.kind`; absent: every object has it. */
  readonly on?: readonly string[] | undefined;
};

/** A list below an object. */
type SimulatedChild = Relationship & {
  /** Such as `$expand=presentation`. */
  readonly query?: string | undefined;
  /** Items in a page of the list; absent: all of them. */
  readonly pageSize?: number | undefined;
  /** Property of the object that says how many there are. */
  readonly countedBy?: string | undefined;
  /** One list below each item. */
  readonly nested?: { readonly path: string; readonly query?: string | undefined } | undefined;
};

/** Which objects of a collection are of this type: all, those of some `@odata.type`, or those of some property's value. */
type SimulatedKinds =
  | { readonly by: "odataType"; readonly is: readonly string[] }
  | { readonly by: "collection" | "property" | "rest" };

/**
 * What a client knows of one object type. The simulator serves each, also where nobody has written a row for it: paths
 * below the version, `/parents/{id}/objects` for objects below others.
 */
export type SimulatedContract = {
  readonly path: string;
  readonly version: Version;
  readonly kinds: SimulatedKinds;
  /** `#microsoft.graph.type` of a collection whose objects do not say it. */
  readonly fixedOdataType?: string | undefined;
  /** Asked with lists and single objects alike. */
  readonly query?: string | undefined;
  /** Items in a page; null: all of them. */
  readonly pageSize: number | null;
  /** Whose limits apply. */
  readonly serviceGroup: ServiceGroup;
  /** `singleton`: one object at the path itself. */
  readonly read: string;
  readonly children: readonly SimulatedChild[];
  /** Related objects. */
  readonly links: readonly (Relationship & { readonly isMany: boolean })[];
  /** `get`: each object has a list `assignments`. */
  readonly assignments: string;
  /** What Graph alone writes, as paths such as `a`, `a.b` or `a[].b`: what a body says there is left out. */
  readonly volatile: readonly string[];
  /** Names of application permissions. */
  readonly permissions: { readonly read: readonly string[]; readonly write: readonly string[] };
};
