/** One stored item; `key` is the stored form of its partition key, `body` the JSON text with the system properties. */
export type Row = {
  readonly key: string;
  readonly id: string;
  /** Quoted, as it stands in the header and in the body. */
  readonly etag: string;
  /** Milliseconds since 1970; null is never. */
  readonly expiresAt: number | null;
  readonly body: string;
};
