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
};
