import { storageErrors } from "../rules/storage-error.ts";
import type { ByteRange } from "../store/content-files.ts";
import { type Call, header } from "./call.ts";

/** The part of a blob of `size` bytes that is asked for, or undefined for the whole. Forms other than `bytes=A-` and `bytes=A-B` are ignored, as the service does. */
export function parseRange(call: Call, size: number): ByteRange | undefined {
  const text = header(call, "x-ms-range") ?? header(call, "range");
  const match = /^bytes=(\d+)-(\d*)$/.exec(text ?? "");
  if (!match) return undefined;
  const from = Number(match[1]);
  const last = match[2] ? Number(match[2]) : size - 1;
  if (from >= size || last < from) throw storageErrors.badRange();
  return { from, to: Math.min(last, size - 1) };
}
