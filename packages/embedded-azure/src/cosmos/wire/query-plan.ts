import type { Query } from "../rules/sql/syntax.ts";
import type { Answer } from "./answer.ts";

/** A plan by which the SDK sends the query as it is to the one partition range there is: the server does all of the work. */
export function toQueryPlan(query: Query): Answer {
  const plan = {
    partitionedQueryExecutionInfoVersion: 2,
    queryInfo: {
      distinctType: "None",
      top: null,
      offset: null,
      limit: null,
      orderBy: [],
      orderByExpressions: [],
      groupByExpressions: [],
      groupByAliases: [],
      aggregates: [],
      groupByAliasToAggregateType: {},
      rewrittenQuery: "",
      hasSelectValue: query.projection.kind === "value" || query.projection.kind === "count",
      dCountInfo: null,
      hasNonStreamingOrderBy: false,
    },
    queryRanges: [{ min: "", max: "FF", isMinInclusive: true, isMaxInclusive: false }],
  };
  return { status: 200, text: JSON.stringify(plan), charge: 1 };
}
