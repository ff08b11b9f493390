import type { Span } from "../../domain/event/repository.ts";
import type { LogContract } from "../../domain/graph/feed-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import type { Reader } from "./make-reader.ts";
import { readPages } from "./paging.ts";

type LogRead = {
  readonly reader: Pick<Reader, "get">;
  /** `https://host/version` */
  readonly versionUrl: string;
  readonly contract: LogContract;
  readonly span: Span;
  readonly signal: AbortSignal;
};

/** Pages of what a log has of a span of time, newest first. */
export function readLog({
  reader,
  versionUrl,
  contract,
  span,
  signal,
}: LogRead): AsyncGenerator<readonly JsonObject[]> {
  const { path, time, only, key } = contract;
  const filter = `${time} ge ${span.from} and ${time} lt ${span.to} and ${only}`;
  const query = `$filter=${encodeURIComponent(filter)}&$orderby=${encodeURIComponent(`${time} desc`)}`;
  return readPages({ reader, url: `${versionUrl}${path}?${query}`, kind: "listing", target: key, signal });
}
