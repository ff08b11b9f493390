import type { TypedTerms } from "./schedule-terms.ts";

/** What each group of fields of the form is given. */
export type FieldsProps = {
  readonly typed: TypedTerms;
  readonly change: (part: Partial<TypedTerms>) => void;
  /** What the API says of a field, in words. */
  readonly errorOf: (field: string) => string | undefined;
};
