import { badRequest } from "../graph-error.ts";
import { type Expand, parseExpands } from "./parse-expands.ts";
import { type Filter, parseFilter } from "./parse-filter.ts";
import { type Order, parseOrder } from "./parse-order.ts";
import { parseSearch } from "./parse-search.ts";

export type Query = {
  /** Empty = every property. */
  readonly select: readonly string[];
  readonly expands: readonly Expand[];
  readonly filter: Filter | undefined;
  readonly search: Filter | undefined;
  readonly order: Order | undefined;
  readonly top: number | undefined;
  readonly skipToken: string | undefined;
  readonly isCounted: boolean;
};

const unsupported = ["skip", "apply", "compute"];

/** The system query options of a request; `$` may be left out of their names, as beta allows. */
export function parseQuery(parameters: URLSearchParams): Query {
  const options = new Map([...parameters].map(([name, value]) => [name.replace(/^\$/, "").toLowerCase(), value]));
  const refused = unsupported.find((name) => options.has(name));
  if (refused) throw badRequest(`The query option '$${refused}' is not served by the local Graph.`);
  const filter = options.get("filter");
  const search = options.get("search");
  return {
    select: parseSelect(options.get("select")),
    expands: parseExpands(options.get("expand") ?? ""),
    filter: filter === undefined ? undefined : parseFilter(filter),
    search: search === undefined ? undefined : parseSearch(search),
    order: parseOrder(options.get("orderby")),
    top: parseTop(options.get("top")),
    skipToken: options.get("skiptoken"),
    isCounted: options.get("count") === "true",
  };
}

function parseSelect(text: string | undefined): readonly string[] {
  if (!text || text.trim() === "*") return [];
  return text.split(",").map((name) => name.trim());
}

function parseTop(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw badRequest(`Invalid value '${text}' for $top query option found.`);
  return Number(text);
}
