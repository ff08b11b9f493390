import { expect, it } from "vitest";
import { readWhole } from "../../../web/src/api/read-whole.ts";

it("an export is read to its end, each answer from where the one before said that the rest is", async () => {
  const answers = new Map([
    [undefined, { body: new Blob(["at\r\n1\r\n"], { type: "text/csv" }), nextPage: "2" }],
    ["2", { body: new Blob(["at\r\n2\r\n"]), nextPage: "3" }],
    ["3", { body: new Blob(["at\r\n3\r\n"]) }],
  ]);
  const read = async ({ page }: { readonly page?: string }) => answers.get(page) ?? { body: new Blob() };
  const { body } = await readWhole(read, async (more) => (await more.text()).replace(/^[^\n]*\n/, ""));
  expect(await body.text()).toBe("at\r\n1\r\n2\r\n3\r\n");
  expect(body.type).toBe("text/csv");
});
