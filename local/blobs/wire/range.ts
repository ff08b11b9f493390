import { type Call, header } from "./call.ts";
import { refusals } from "./storage-refusal.ts";

/** First and last byte, both included. */
export type ByteRange = { readonly from: number; readonly to: number };

/** The part of a blob of `size` bytes that is asked for, or undefined for the whole. Forms other than `bytes=A-` and `bytes=A-B` are ignored, as the service does. */
export function parseRange(call: Call, size: number): ByteRange | undefined {
  const text = header(call, "x-ms-range") ?? header(call, "range");
  const match = /^bytes=(\d+)-(\d*)$/.exec(text ?? "");
  if (!match) return undefined;
  const from = Number(match[1]);
  const last = match[2] ? Number(match[2]) : size - 1;
  if (from >= size || last < from) throw refusals.badRange();
  return { from, to: Math.min(last, size - 1) };
}
