/**
 * A kind of object of the directory that setting up the product makes (P3.2): how Graph addresses it. Not an object type
 * of the inventory; nothing of it is in a snapshot.
 */
export type DirectoryContract = {
  readonly key: string;
  readonly version: "v1.0";
  /** The collection: below the version, or below the object of another collection. */
  readonly path: string;
  /** The collection whose objects hold this one, and by what they are named. */
  readonly within?: { readonly path: string; readonly alternateKey: string };
  /** The property by which an object is found and made; Graph lets it exist once. */
  readonly alternateKey: string;
  readonly select: readonly string[];
};
