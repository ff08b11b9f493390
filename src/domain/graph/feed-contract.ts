import type { ServiceGroup } from "./service-group.ts";

/** The one search that is asked in the name of a person (S6): the objects of a collection by the beginning of a name. */
export type PersonalSearchContract = {
  readonly key: string;
  readonly version: "v1.0";
  /** Below the version. */
  readonly path: string;
  readonly select: readonly string[];
  /** The property that begins with what is searched for. */
  readonly by: string;
  readonly most: number;
  /** The delegated permission that it takes. */
  readonly scope: string;
};

/**
 * A feed of changes (P3.2): at first all objects of a kind, then, by the link that the round before ended with, those that
 * changed since. Not an object type of the inventory; nothing of it is in a snapshot.
 */
export type FeedContract = {
  readonly key: string;
  readonly version: "v1.0";
  /** Below the version. */
  readonly path: string;
  readonly select: readonly string[];
  /** The unit that Microsoft throttles. */
  readonly serviceGroup: "directory";
  /** The least application permissions that read it. */
  readonly permissions: { readonly read: readonly string[] };
};

/**
 * A list that Microsoft has for every tenant alike, in the language that is asked for (P3.2). Not an object type of the
 * inventory; nothing of it is in a snapshot.
 */
export type CatalogContract = {
  readonly key: string;
  readonly version: "beta";
  /** Below the version. */
  readonly path: string;
  /** The unit that Microsoft throttles. */
  readonly serviceGroup: ServiceGroup;
  /** The least application permissions that read it. */
  readonly permissions: { readonly read: readonly string[] };
};

/**
 * A log that is asked by time (P3.2). Not an object type of the inventory; nothing of it is in a snapshot.
 */
export type LogContract = {
  readonly key: string;
  readonly version: "v1.0";
  /** Below the version. */
  readonly path: string;
  /** The property that says when, by which entries are asked for and ordered. */
  readonly time: string;
  /** What else an entry must be, as a condition of a filter. */
  readonly only: string;
  /** The unit that Microsoft throttles. */
  readonly serviceGroup: ServiceGroup;
  /** The least application permissions that read it. */
  readonly permissions: { readonly read: readonly string[] };
};
