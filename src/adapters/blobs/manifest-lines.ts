import { createHash } from "node:crypto";
import { Fault } from "../../domain/error/fault.ts";
import { canonicalJson } from "../../domain/json/canonical-json.ts";
import type { GzipStream } from "./gzip-blob.ts";

/**
 * Lines of a manifest as they come from the store, without the last, and hashed as they pass: that all of them are as they
 * were written is known only when the iterable has ended. Answers then whether they are.
 */
export async function* manifestLines(
  stream: GzipStream,
  rootHash: string,
): AsyncGenerator<string, "whole" | "damaged"> {
  const hash = createHash("sha256");
  let last: string | undefined;
  try {
    for await (const line of linesOf(stream.text)) {
      if (last !== undefined) {
        hash.update(`${last}\n`, "utf8");
        yield last;
      }
      last = line;
    }
  } catch (error) {
    if (stream.isDamage(error)) return "damaged";
    throw error instanceof Fault
      ? error
      : new Fault("store_unavailable", "The blob store did not answer.", { cause: error });
  }
  const isWhole = last === canonicalJson({ rootHash }) && hash.digest("hex") === rootHash;
  return isWhole ? "whole" : "damaged";
}

/** Lines that end with a line feed; what follows the last line feed is one only where it is not empty. */
async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const text of texts) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
