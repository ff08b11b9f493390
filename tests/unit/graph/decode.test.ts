import { describe, expect, it } from "vitest";
import { AnswerTooLarge, decodeBody } from "../../../src/adapters/graph/decode.ts";
import { droppedPropertyMark } from "../../../src/domain/graph/dropped-property.ts";
import { makeByteBudget } from "../../../src/domain/work/byte-budget.ts";
import { settle } from "../../builders/a-clock.ts";

const mebibyte = 1024 * 1024;
const bodyOf = async (response: Response, mostBytes = 32 * mebibyte, memory = makeByteBudget(mostBytes)) =>
  (await decodeBody(response, { mostBytes, memory })).value;
const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("the body of an answer", () => {
  it("is its JSON", async () => {
    expect(await bodyOf(new Response('{"a":[1,"é"]}'))).toEqual({ a: [1, "é"] });
  });

  it("a body that is empty is undefined", async () => {
    expect(await bodyOf(new Response(""))).toBeUndefined();
    expect(await bodyOf(new Response(null, { status: 204 }))).toBeUndefined();
  });

  const bad: readonly [string, string][] = [
    ["is torn", '{"value":[{"id":"1"'],
    ["is a page of text", "<html>Service unavailable</html>"],
    ["is nested without end", nested(1_001)],
    ["is nested so deeply that a stack would break", nested(1_000_000)],
  ];
  it.each(bad)("a body that %s is refused", async (_title, text) => {
    await expect(bodyOf(new Response(text))).rejects.toMatchObject({ code: "graph_bad_response" });
  });

  it("a body of a depth that costs an object, but not the others of its page, is taken", async () => {
    await expect(bodyOf(new Response(nested(1_000)))).resolves.toBeDefined();
  });

  it("holds no property that would change a prototype, and the object says that it came with one", async () => {
    const text = '{"value":[{"id":"1","a":{"__proto__":{"isAdmin":true},"b":1}},{"id":"2"}]}';
    const body = await bodyOf(new Response(text));
    expect(body).toEqual({ value: [{ id: "1", a: { b: 1, [droppedPropertyMark]: true } }, { id: "2" }] });
    expect(JSON.stringify(body)).not.toContain("isAdmin");
  });

  it("a body that is announced as too large is refused before it is read", async () => {
    const response = new Response("{}", { headers: { "content-length": String(33 * mebibyte) } });
    await expect(bodyOf(response)).rejects.toThrow(AnswerTooLarge);
    expect(response.bodyUsed).toBe(false);
  });

  it("a body that is too large without saying so is refused while it is read", async () => {
    let pulled = 0;
    const chunk = new Uint8Array(mebibyte);
    const endless = new ReadableStream({
      pull: (controller) => {
        pulled += 1;
        if (pulled > 200) controller.close();
        else controller.enqueue(chunk);
      },
    });
    await expect(bodyOf(new Response(endless))).rejects.toThrow(AnswerTooLarge);
    expect(pulled).toBeLessThan(100);
  });

  it("a body of more than a megabyte waits until there is room, and gives it back when it is a value", async () => {
    const memory = makeByteBudget(10);
    const busy = await memory.take(20);
    const text = JSON.stringify("x".repeat(2 * mebibyte));
    let isDone = false;
    const large = bodyOf(new Response(text), 32 * mebibyte, memory).then(() => {
      isDone = true;
    });
    expect(await bodyOf(new Response("1"), 32 * mebibyte, memory)).toBe(1);
    await settle();
    expect(isDone).toBe(false);
    busy.release();
    await large;
    await bodyOf(new Response(text), 32 * mebibyte, memory);
  });
});
