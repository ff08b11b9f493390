import { type JsonObject, parseStored } from "../rules/json.ts";
import { queryUnits } from "../rules/request-units.ts";
import { evaluate, type Parameters } from "../rules/sql/evaluate.ts";
import { project } from "../rules/sql/project.ts";
import type { Expression, Query } from "../rules/sql/syntax.ts";
import { queryError } from "../rules/sql/syntax-error.ts";
import type { Container } from "./containers.ts";
import type { Position } from "./continuation.ts";
import { fixedPaths, pushDown } from "./push-down.ts";
import { countRows, positionOf, type Selection, selectRows } from "./select-rows.ts";
import type { SqlValue } from "./sort-key.ts";

/** A page holds no more bytes of items than this, as the service's 4 MB pages. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;
/** A page ends, even an empty one, after this many items looked at: the service ends pages by time. */
const MAX_TOUCHED = 10_000;

export type QueryRequest = {
  readonly query: Query;
  readonly parameters: Parameters;
  readonly key: string | undefined;
  readonly position: Position | undefined;
  readonly pageSize: number;
  readonly nowMs: number;
};

/** One page: JSON texts, and where the next page starts. */
export type Page = {
  readonly documents: readonly string[];
  readonly next: Position | undefined;
  readonly charge: number;
};

/** Answers one page of a query on one container. Throws the service's 400. */
export function runQuery(container: Container, request: QueryRequest): Page {
  const selection = toSelection(request);
  if (request.query.projection.kind !== "count") return runPage(container, request, selection);
  return countItems(container, request, { selection, operand: request.query.projection.operand });
}

function toSelection({ query, parameters, key, position, nowMs }: QueryRequest): Selection {
  const filter = pushDown(query.where, parameters);
  // What a condition fixes to one value needs no sorting; without it SQLite finds the index for the rest.
  const fixed = fixedPaths(query.where);
  const orderBy = query.orderBy.filter(({ path }) => !fixed.has(path.steps.join("/")));
  return { key, filter, orderBy, after: position?.after, nowMs };
}

type Counting = { readonly selection: Selection; readonly operand: Expression };

/** Items for which the operand has no value do not count. */
function countItems(container: Container, request: QueryRequest, { selection, operand }: Counting): Page {
  if (operand.kind === "literal" && selection.filter.exact) {
    const count = countRows(container, selection);
    return { documents: [String(count)], next: undefined, charge: queryUnits(count, 0) };
  }
  let [touched, count] = [0, 0];
  for (const row of selectRows(container, selection)) {
    touched++;
    const item = parseStored(String(row["body"]));
    const isCounted = matches(request, selection, item) && evaluate(operand, item, request.parameters) !== undefined;
    if (isCounted) count++;
  }
  return { documents: [String(count)], next: undefined, charge: queryUnits(touched, 0) };
}

function runPage(container: Container, request: QueryRequest, selection: Selection): Page {
  const page = makePage(request);
  let touched = 0;
  let last: SqlValue[] | undefined;
  if (page.isDone()) return { documents: [], next: undefined, charge: queryUnits(0, 0) };
  for (const row of selectRows(container, selection)) {
    if (last !== undefined) return page.end(touched, last);
    touched++;
    const body = String(row["body"]);
    page.add(body, selection);
    if (page.isDone()) return page.end(touched, undefined);
    if (page.isFull(touched)) last = positionOf(selection, row);
  }
  return page.end(touched, undefined);
}

/** A page being filled: stops at what TOP and the page's size say. */
function makePage(request: QueryRequest) {
  const { query, parameters, position, pageSize } = request;
  const documents: string[] = [];
  let bytes = 0;
  let remaining = position === undefined ? countOf(query.top, parameters) : position.remaining;
  return {
    isDone: () => remaining === 0,
    isFull: (touched: number): boolean =>
      documents.length >= pageSize || bytes >= MAX_PAGE_BYTES || touched >= MAX_TOUCHED,
    add(body: string, selection: Selection): void {
      const text = toDocument(request, selection, body);
      if (text === undefined) return;
      documents.push(text);
      bytes += text.length;
      if (remaining !== null) remaining--;
    },
    end: (touched: number, after: SqlValue[] | undefined): Page => ({
      documents,
      next: after === undefined ? undefined : { after, remaining },
      charge: queryUnits(touched, bytes),
    }),
  };
}

/** The answer for one row, or undefined when it does not match; an item answered whole is not even parsed. */
function toDocument(request: QueryRequest, selection: Selection, body: string): string | undefined {
  const { projection } = request.query;
  if (projection.kind === "item" && selection.filter.exact) return body;
  const item = parseStored(body);
  if (!matches(request, selection, item)) return undefined;
  if (projection.kind === "item") return body;
  const value = project(projection, item, request.parameters);
  return value === undefined ? undefined : JSON.stringify(value);
}

function matches({ query, parameters }: QueryRequest, { filter }: Selection, item: JsonObject): boolean {
  if (filter.exact || query.where === undefined) return true;
  return evaluate(query.where, item, parameters) === true;
}

function countOf(expression: Expression | undefined, parameters: Parameters): number | null {
  if (expression === undefined) return null;
  const count = evaluate(expression, undefined, parameters);
  if (typeof count === "number" && Number.isInteger(count) && count >= 0) return count;
  throw queryError("SC2062", "TOP needs a non-negative integer.");
}
