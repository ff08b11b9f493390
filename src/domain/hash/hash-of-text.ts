import { createHash } from "node:crypto";

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. Content is hashed uncompressed: gzip differs between builds (azure-services.md 18). */
export function hashOfText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
