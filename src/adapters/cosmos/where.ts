import type { SqlParameter } from "@azure/cosmos";

/** `[left side and operator as written in this source, value]`; a condition without a value is left out. */
export type Condition = readonly [left: `c.${string}`, value: string | undefined];

/** Conditions joined by AND. Values are always parameters: no query is built from caller text. */
export function toWhere(conditions: readonly Condition[]): { text: string; parameters: SqlParameter[] } {
  const present = conditions.flatMap(([left, value]) => (value === undefined ? [] : [{ left, value }]));
  return {
    text: present.map(({ left }, position) => `${left} @p${position}`).join(" AND "),
    parameters: present.map(({ value }, position) => ({ name: `@p${position}`, value })),
  };
}
