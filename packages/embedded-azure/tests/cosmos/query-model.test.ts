import type { Container, JSONValue } from "@azure/cosmos";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Account, openAccount } from "./harness.ts";

/** A property that an item lacks is undefined. */
type Field = JSONValue | undefined;
type Doc = { id: string; tenantId: string; a?: Field; b?: Field };
type Condition = { sql: string; holds: (doc: Doc) => boolean | undefined };

const DOCS = 60;
const fields: fc.Arbitrary<Field> = fc.oneof(
  fc.constantFrom(undefined, null, true, false, "", "a", "A", "ab", "é", "😀", "\uffff", "z'\"\\", 0, -1, 1, 1.5, 2),
  fc.constantFrom<Field>([], [1], ["a"], {}, { x: 1 }, { x: "a" }),
);
const docs = fc.array(fc.record({ a: fields, b: fields }), { minLength: DOCS, maxLength: DOCS });

const rankOf = (value: Field): number => {
  if (value === undefined) return 0;
  if (value === null) return 1;
  if (Array.isArray(value)) return 6;
  return { boolean: 2, number: 4, string: 5, object: 7 }[typeof value as "boolean" | "number" | "string" | "object"];
};
const byCodePoints = (left: string, right: string): number =>
  Buffer.compare(Buffer.from(left, "utf8"), Buffer.from(right, "utf8"));

function compare(left: Field, right: Field): number {
  if (rankOf(left) !== rankOf(right)) return rankOf(left) - rankOf(right);
  if (typeof left === "string" && typeof right === "string") return byCodePoints(left, right);
  return Number(left) - Number(right) || 0;
}

function isEqual(left: Field, right: Field): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  return rankOf(left) === rankOf(right) && JSON.stringify(left) === JSON.stringify(right);
}

function isOrdered(operator: string, left: Field, right: Field): boolean | undefined {
  const both = [left, right];
  const hasOrder = ["number", "string", "boolean"].some((type) => both.every((value) => typeof value === type));
  if (!hasOrder) return undefined;
  const order = compare(left, right);
  return operator === "<" ? order < 0 : operator === "<=" ? order <= 0 : operator === ">" ? order > 0 : order >= 0;
}

const not = (value: boolean | undefined) => (value === undefined ? undefined : !value);
const and = (left: boolean | undefined, right: boolean | undefined) =>
  left === false || right === false ? false : left === true && right === true ? true : undefined;

const properties = fc.constantFrom("a" as const, "b" as const);
const constants = fields.filter((value) => value === null || (value !== undefined && typeof value !== "object"));
const literalOf = (value: Field): string => JSON.stringify(value);

const comparisons: fc.Arbitrary<Condition> = fc
  .tuple(properties, fc.constantFrom("=", "!=", "<", "<=", ">", ">="), constants, fc.boolean())
  .map(([name, operator, value, isTurned]) => {
    const turned = { "=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" }[operator];
    const sql = isTurned ? `${literalOf(value)} ${turned} c.${name}` : `c.${name} ${operator} ${literalOf(value)}`;
    const holds = (doc: Doc) => {
      if (operator === "=") return isEqual(doc[name], value);
      return operator === "!=" ? not(isEqual(doc[name], value)) : isOrdered(operator, doc[name], value);
    };
    return { sql, holds };
  });

const tests: fc.Arbitrary<Condition> = fc.oneof(
  properties.map((name) => ({ sql: `IS_DEFINED(c.${name})`, holds: (doc: Doc) => doc[name] !== undefined })),
  properties.map((name) => ({ sql: `IS_NULL(c.${name})`, holds: (doc: Doc) => doc[name] === null })),
  fc.tuple(properties, fc.array(constants, { minLength: 1, maxLength: 3 })).map(([name, values]) => ({
    sql: `c.${name} IN (${values.map(literalOf).join(", ")})`,
    holds: (doc: Doc) => (doc[name] === undefined ? undefined : values.some((value) => isEqual(doc[name], value))),
  })),
);

const { condition } = fc.letrec<{ condition: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.oneof(comparisons, tests),
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { arbitrary: tie("leaf"), weight: 4 },
    tie("condition").map(({ sql, holds }) => ({ sql: `NOT (${sql})`, holds: (doc: Doc) => not(holds(doc)) })),
    fc.tuple(tie("condition"), tie("condition")).map(([left, right]) => ({
      sql: `(${left.sql} AND ${right.sql})`,
      holds: (doc: Doc) => and(left.holds(doc), right.holds(doc)),
    })),
    fc.tuple(tie("condition"), tie("condition")).map(([left, right]) => ({
      sql: `(${left.sql} OR ${right.sql})`,
      holds: (doc: Doc) => not(and(not(left.holds(doc)), not(right.holds(doc)))),
    })),
  ),
}));

let account: Account;
let items: Container;
let stored: Doc[];

beforeAll(async () => {
  account = await openAccount();
  const index = [
    { path: "/a", order: "ascending" as const },
    { path: "/b", order: "descending" as const },
  ];
  items = await account.container({ indexingPolicy: { compositeIndexes: [index] } });
  const [sample = []] = fc.sample(docs, { numRuns: 1, seed: 7 });
  stored = sample.map((properties, n) => ({ id: `d${n}`, tenantId: "t1", ...properties }));
  for (const doc of stored) {
    await items.items.create(doc);
    await items.items.create({ ...doc, tenantId: "t2" });
  }
});
afterAll(() => account[Symbol.asyncDispose]());

const expectedIds = (holds: Condition["holds"]) => stored.filter((doc) => holds(doc) === true).map(({ id }) => id);

it("a query finds exactly the items for which a condition holds, whatever it is", async () => {
  await fc.assert(
    fc.asyncProperty(condition, async ({ sql, holds }) => {
      const query = items.items.query<string>(`SELECT VALUE c.id FROM c WHERE ${sql}`, { partitionKey: "t1" });
      const { resources } = await query.fetchAll();
      expect(new Set(resources)).toEqual(new Set(expectedIds(holds)));
      const count = items.items.query(`SELECT VALUE COUNT(1) FROM c WHERE ${sql}`, { partitionKey: "t1" });
      expect((await count.fetchAll()).resources).toEqual([resources.length]);
    }),
    { numRuns: 300 },
  );
});

it("a query gives items in order and every one once, over pages of any size", async () => {
  const orders = fc.constantFrom("a", "b", "a,b", "-a,-b");
  await fc.assert(
    fc.asyncProperty(
      condition,
      orders,
      fc.integer({ min: 1, max: 20 }),
      async ({ sql, holds }, order, maxItemCount) => {
        const clauses = { a: "c.a", b: "c.b DESC", "a,b": "c.a ASC, c.b DESC", "-a,-b": "c.a DESC, c.b ASC" };
        const text = `SELECT * FROM c WHERE ${sql} ORDER BY ${clauses[order as keyof typeof clauses]}`;
        const read: Doc[] = [];
        let token: string | undefined;
        do {
          const options = {
            partitionKey: "t1",
            maxItemCount,
            ...(token !== undefined && { continuationToken: token }),
          };
          const page = await items.items.query<Doc>(text, options).fetchNext();
          expect(page.resources?.length ?? 0).toBeLessThanOrEqual(maxItemCount);
          read.push(...(page.resources ?? []));
          token = page.continuationToken;
          expect(read.length).toBeLessThanOrEqual(DOCS);
        } while (token !== undefined);
        expect(read.map(({ id }) => id).toSorted(byCodePoints)).toEqual(expectedIds(holds).toSorted(byCodePoints));
        const before = orderOf(order);
        for (const [at, doc] of read.slice(1).entries()) expect(before(read[at] as Doc, doc)).toBeLessThanOrEqual(0);
      },
    ),
    { numRuns: 60 },
  );
});

/** Arrays and objects have no order among themselves. */
function orderOf(order: string): (left: Doc, right: Doc) => number {
  const comparable = (value: Field): Field =>
    rankOf(value) > 5 ? JSON.parse(rankOf(value) === 6 ? "[]" : "{}") : value;
  const byA = (left: Doc, right: Doc) => compare(comparable(left.a), comparable(right.a));
  const byB = (left: Doc, right: Doc) => compare(comparable(right.b), comparable(left.b));
  if (order === "a") return byA;
  if (order === "b") return byB;
  const sign = order === "a,b" ? 1 : -1;
  return (left, right) => {
    const first = byA(left, right);
    if (first !== 0) return sign * first;
    return rankOf(left.a) > 5 ? 0 : sign * byB(left, right);
  };
}
