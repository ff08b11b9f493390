import type { SqlQuerySpec } from "@azure/cosmos";

/** Values for the condition IN of a query: `names` goes between its parentheses, values never into the text. */
export function inList(values: readonly string[]): {
  readonly names: string;
  readonly parameters: NonNullable<SqlQuerySpec["parameters"]>;
} {
  const parameters = values.map((value, index) => ({ name: `@in${index}`, value }));
  return { names: parameters.map(({ name }) => name).join(", "), parameters };
}
