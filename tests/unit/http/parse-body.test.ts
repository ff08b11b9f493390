import { HttpRequest } from "@azure/functions";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { maxBodyBytes, parseBody } from "../../../functions/http/parse-body.ts";

const schema = z.strictObject({ label: z.string().optional() });

function post(body: string | Buffer, contentType = "application/json"): HttpRequest {
  const headers = { "content-type": contentType };
  const bytes = { bytes: Buffer.from(body) };
  return new HttpRequest({ method: "POST", url: "http://localhost/", headers, body: bytes });
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

  it("a body that is missing counts as an empty object", async () => {
    expect(await parseBody(schema, post(" ", "text/plain"))).toEqual({});
  });

  it("a body of another media type is refused", async () => {
    await expect(parseBody(schema, post("{}", "text/plain"))).rejects.toMatchObject({ code: "unsupported_media_type" });
  });

  it.each([
    ["application/json", true],
    ["application/json; charset=utf-8", true],
    ['Application/JSON;charset="UTF-8"', true],
    ["application/json; charset=utf-16", false],
    ["application/json; charset=iso-8859-1", false],
    ["application/json-patch+json", false],
    ["text/json", false],
    ["", false],
  ])("is JSON in UTF-8 and nothing else: %s", async (type, isTaken) => {
    const parsing = parseBody(schema, post('{"label":"é"}', type));
    if (isTaken) expect(await parsing).toEqual({ label: "é" });
    else await expect(parsing).rejects.toMatchObject({ code: "unsupported_media_type" });
  });

  it.each([
    ["half a character", [0xc3]],
    ["half a surrogate pair", [0xed, 0xa0, 0x80]],
    ["a longer way to write a character", [0xc0, 0xaf]],
    ["a byte of another encoding", [0xe9]],
  ])("a body that is no UTF-8 is refused: %s", async (_what, bytes) => {
    const body = Buffer.concat([Buffer.from('{"label":"'), Buffer.from(bytes), Buffer.from('"}')]);
    await expect(parseBody(schema, post(body))).rejects.toMatchObject({
      code: "invalid_request",
      problems: [{ field: "", problem: "the body is not UTF-8" }],
    });
  });

  it.each(['{"label":"a","label":"b"}', '{"label":"a","la\\u0062el":"b"}'])(
    "a body that names a field twice is refused: %s",
    async (text) => {
      await expect(parseBody(schema, post(text))).rejects.toMatchObject({
        problems: [{ field: "label", problem: "may be given once only" }],
      });
    },
  );

  it("a body that is too large is not read to its end", async () => {
    let chunks = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        chunks += 1;
        controller.enqueue(new Uint8Array(maxBodyBytes / 2));
      },
    });
    const endless = { method: "POST", headers: new Headers(), body } as unknown as HttpRequest;
    await expect(parseBody(schema, endless)).rejects.toMatchObject({ code: "body_too_large" });
    expect(chunks).toBeLessThan(6);
  });

  it.each(["{", '{"labl":"x"}', '"text"'])("%s is refused", async (text) => {
    await expect(parseBody(schema, post(text))).rejects.toMatchObject({ code: "invalid_request" });
  });
});
