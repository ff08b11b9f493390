import type { Policy } from "../rules/immutability.ts";

/** What a reader gets back as HTTP headers; `contentMd5` is Base64. */
export type ContentHeaders = {
  readonly contentType?: string;
  readonly contentEncoding?: string;
  readonly contentLanguage?: string;
  readonly contentDisposition?: string;
  readonly cacheControl?: string;
  readonly contentMd5?: string;
};

/** A block of a committed list: its id, and how many bytes of the content are its own. */
export type CommittedBlock = { readonly blockId: string; readonly size: number };

/** One version of a blob. Its bytes never change; `policy`, `headers` and `etag` may. */
export type BlobVersion = {
  readonly container: string;
  readonly name: string;
  /** Time of its making in UTC with seven digits after the second; sorts by age. */
  readonly versionId: string;
  readonly isCurrent: boolean;
  readonly etag: string;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly size: number;
  /** Names the file with the bytes. Two versions share it when only metadata was changed. */
  readonly contentId: string;
  readonly headers: ContentHeaders;
  readonly metadata: Readonly<Record<string, string>>;
  readonly policy?: Policy;
  /** In the order of the content; absent when the blob came in one request. A later block list may name them again. */
  readonly blocks?: readonly CommittedBlock[];
};
