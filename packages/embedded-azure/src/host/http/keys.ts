import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { AuthLevel } from "./route-table.ts";

export type KeyCheck = (level: AuthLevel, request: IncomingMessage, url: URL) => boolean;

/** The master key opens every level; there are no function keys here. A key comes in `x-functions-key`, else in `?code=`. */
export function makeKeyCheck(masterKey: string): KeyCheck {
  return (level, request, url) => {
    if (level === "anonymous") return true;
    const header = request.headers["x-functions-key"];
    const given = typeof header === "string" ? header : url.searchParams.get("code");
    return given !== null && same(given, masterKey);
  };
}

function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
