import type { Json } from "../json.ts";

/** A path below the item: property names and array positions; empty is the item itself. */
export type Path = { readonly kind: "path"; readonly root: string; readonly steps: readonly (string | number)[] };

export type Comparison = "=" | "!=" | "<" | ">" | "<=" | ">=";

export type Expression =
  | { readonly kind: "literal"; readonly value: Json | undefined }
  | { readonly kind: "parameter"; readonly name: string }
  | Path
  | { readonly kind: "not"; readonly operand: Expression }
  | { readonly kind: "and" | "or"; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: "compare";
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "in"; readonly operand: Expression; readonly options: readonly Expression[] }
  | { readonly kind: "call"; readonly name: string; readonly operands: readonly Expression[] };

export type Projection =
  | { readonly kind: "item" }
  | { readonly kind: "value"; readonly expression: Expression }
  | { readonly kind: "count"; readonly operand: Expression }
  | { readonly kind: "properties"; readonly items: readonly { name: string; expression: Expression }[] };

export type OrderTerm = { readonly path: Path; readonly descending: boolean };

export type Query = {
  readonly projection: Projection;
  readonly alias: string;
  readonly where: Expression | undefined;
  readonly orderBy: readonly OrderTerm[];
  readonly top: Expression | undefined;
};
