import { Fault } from "../../src/domain/error/fault.ts";

export type FieldProblem = { readonly field: string; readonly problem: string };

/** A request that does not fit its schema, with every field that is wrong. */
export class InvalidRequest extends Fault {
  readonly problems: readonly FieldProblem[];

  constructor(problems: readonly FieldProblem[]) {
    const first = problems[0];
    const where = first?.field ? `${first.field}: ` : "";
    super("invalid_request", `${where}${first?.problem ?? "the request is not valid"}.`);
    this.problems = problems;
  }
}
