import { randomBytes } from "node:crypto";

/** A text that nobody can guess, for one answer: 128 bits, as Content Security Policy 3 asks (section 8.1), in 22 characters. */
export function newNonce(): string {
  return randomBytes(16).toString("base64url");
}
