import { createHmac, timingSafeEqual } from "node:crypto";
import { type Call, header } from "./call.ts";

/** The headers whose values are signed in this order, after the method. */
const signedHeaders = [
  "content-encoding",
  "content-language",
  "content-length",
  "content-md5",
  "content-type",
  "date",
  "if-modified-since",
  "if-match",
  "if-none-match",
  "if-unmodified-since",
  "range",
];

/** Whether `signature` is the account key's over this request (https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key). */
export function isSigned(call: Call, account: string, key: string, signature: string): boolean {
  const expected = createHmac("sha256", Buffer.from(key, "base64")).update(toSigned(call, account), "utf8").digest();
  const actual = Buffer.from(signature, "base64");
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function toSigned(call: Call, account: string): string {
  const standard = [call.method, ...signedHeaders.map((name) => signedValue(call, name))].join("\n");
  return `${standard}\n${canonicalHeaders(call)}${canonicalResource(call, account)}`;
}

function signedValue(call: Call, name: string): string {
  const value = header(call, name) ?? "";
  return name === "content-length" && value === "0" ? "" : value;
}

/** Sorted as .NET sorts words: hyphens count only when all else is equal. */
function canonicalHeaders(call: Call): string {
  const names = Object.keys(call.headers).filter((name) => name.startsWith("x-ms-"));
  const word = (name: string) => name.replaceAll("-", "");
  names.sort((a, b) => compare(word(a), word(b)) || compare(a, b));
  return names.map((name) => `${name}:${header(call, name) ?? ""}\n`).join("");
}

/** The account stands twice: once for itself, and once because the local address carries it in the path. */
function canonicalResource(call: Call, account: string): string {
  const parameters = [...call.query].sort(([a], [b]) => compare(a, b));
  return `/${account}${call.path}${parameters.map(([name, value]) => `\n${name}:${value}`).join("")}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
