/** How a body may be written, by the names of content-encoding. */
export type Encoding = "br" | "gzip";

/** A file of the portal as its build wrote it. */
export type PortalFile = {
  readonly mediaType: string;
  /** Its name changes whenever its content does, so whoever has it need never ask again. */
  readonly isImmutable: boolean;
  /** Of the content: other bytes have another one. */
  readonly hash: string;
  readonly plain: Uint8Array;
  readonly encoded: Readonly<Partial<Record<Encoding, Uint8Array>>>;
};

export type PortalContent = {
  /** The page that every address of the portal shows, with `noncePlace` where each answer has a nonce of its own. */
  readonly page: string;
  /** By path below the portal's folder, such as `assets/main-AB12CD34.js`. */
  readonly files: ReadonlyMap<string, PortalFile>;
};

export const noncePlace = "__NONCE__";

/** The portal's files, read once; throws `portal_missing` while there are none. */
export type ReadPortal = () => Promise<PortalContent>;
