import { describe, expect, it } from "vitest";
import { batchesOf } from "../../../src/adapters/cosmos/batches-of.ts";
import { inventoryDocumentId } from "../../../src/adapters/cosmos/inventory-document.ts";

describe("documents of one transactional batch", () => {
  it("a transactional batch has a hundred documents at most, in order, and none is left out", () => {
    const items = Array.from({ length: 250 }, (_, at) => at);
    expect(batchesOf(items).map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(batchesOf(items).flat()).toEqual(items);
    expect(batchesOf([])).toEqual([]);
  });

  it("a transactional batch has fewer documents when they are large: a request has two million bytes", () => {
    const large = Array.from({ length: 100 }, () => "é".repeat(32_000));
    const sizes = batchesOf(large).map((batch) => Buffer.byteLength(JSON.stringify(batch)));
    expect(Math.max(...sizes)).toBeLessThan(2_000_000);
    expect(batchesOf(large).flat()).toHaveLength(100);
  });
});

describe("the id of an object's document", () => {
  it("is the object's own where Cosmos DB takes it, and one that no other object has where it does not", () => {
    expect(inventoryDocumentId("group", "a-b_c.1:2")).toBe("group.a-b_c.1:2");
    expect(inventoryDocumentId("group", "a/b")).toBe("group.a~2f~b");
  });

  it("is a hash where it would be longer than the 1,023 bytes that Cosmos DB takes", () => {
    const [one, other] = ["字".repeat(300), `${"字".repeat(299)}学`].map((id) => inventoryDocumentId("group", id));
    expect(one).toMatch(/^group\.~sha256~[0-9a-f]{64}$/);
    expect(one).not.toBe(other);
  });
});
