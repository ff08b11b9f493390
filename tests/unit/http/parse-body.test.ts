import { HttpRequest } from "@azure/functions";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { maxBodyBytes, parseBody } from "../../../functions/http/parse-request.ts";

const schema = z.strictObject({ label: z.string().optional() });

function post(text: string, contentType = "application/json"): HttpRequest {
  const headers = { "content-type": contentType };
  return new HttpRequest({ method: "POST", url: "http://localhost/", headers, body: { string: text } });
}

/** A body of exactly so many bytes, made of characters that take two bytes each. */
function bodyOf(bytes: number): string {
  const frame = JSON.stringify({ label: "" });
  const left = bytes - frame.length;
  return JSON.stringify({ label: "é".repeat(Math.floor(left / 2)) + "e".repeat(left % 2) });
}

describe("a body", () => {
  it("may have the documented number of bytes, and not one more", async () => {
    await expect(parseBody(schema, post(bodyOf(maxBodyBytes)))).resolves.toHaveProperty("label");
    await expect(parseBody(schema, post(bodyOf(maxBodyBytes + 1)))).rejects.toMatchObject({ code: "body_too_large" });
  });

  it("may have more where the route says so, to its last byte", async () => {
    const own = maxBodyBytes * 2;
    await expect(parseBody(schema, post(bodyOf(own)), own)).resolves.toHaveProperty("label");
    await expect(parseBody(schema, post(bodyOf(own + 1)), own)).rejects.toMatchObject({ code: "body_too_large" });
  });

  it("that is missing counts as an empty object", async () => {
    expect(await parseBody(schema, post(" ", "text/plain"))).toEqual({});
  });

  it("of another media type is refused", async () => {
    await expect(parseBody(schema, post("{}", "text/plain"))).rejects.toMatchObject({ code: "unsupported_media_type" });
  });

  it.each(["{", '{"labl":"x"}', '"text"'])("%s is refused", async (text) => {
    await expect(parseBody(schema, post(text))).rejects.toMatchObject({ code: "invalid_request" });
  });
});
