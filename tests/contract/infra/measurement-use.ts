import { z } from "zod";
import { spanAttributes } from "../../../src/adapters/telemetry/span-attributes.ts";
import { measurementNames } from "../../../src/domain/telemetry/measurement.ts";
import { ofType, type Predicted } from "./predicted.ts";

const prefix = "tenantpilot.";
const measured = measurementNames.map((name) => `${prefix}${name}`);
const attributes = [...Object.values(spanAttributes).map(({ name }) => name), "error.type"];
const ownAttributes = attributes.filter((name) => name.startsWith(prefix));

const ruleSchema = z.object({ criteria: z.object({ allOf: z.array(z.object({ query: z.string() })) }) });

/** Queries of the alerts that compare measurements. */
export function alertQueries(resources: Predicted[]): string[] {
  return ofType(resources, "Microsoft.Insights/scheduledQueryRules").flatMap(({ properties }) =>
    ruleSchema.parse(properties).criteria.allOf.map(({ query }) => query),
  );
}

const workbookSchema = z.object({
  version: z.literal("Notebook/1.0"),
  items: z.array(
    z.object({
      // 1 text, 3 query, 9 parameters.
      type: z.literal([1, 3, 9]),
      name: z.string().min(1),
      content: z.looseObject({ query: z.string().optional(), title: z.string().optional() }),
    }),
  ),
  $schema: z.string(),
});

const querySchema = z.looseObject({
  version: z.literal("KqlItem/1.0"),
  title: z.string().min(1),
  query: z.string().min(1),
  queryType: z.literal(0),
  timeContextFromParameter: z.literal("TimeRange"),
  resourceType: z.literal("microsoft.operationalinsights/workspaces"),
});

/** Queries of the workbook that would be deployed. Throws when it has not the form of one. */
export function workbookQueries(resources: Predicted[]): string[] {
  const [workbook] = ofType(resources, "Microsoft.Insights/workbooks");
  const { items } = workbookSchema.parse(JSON.parse(z.string().parse(workbook?.properties["serializedData"])));
  if (new Set(items.map(({ name }) => name)).size !== items.length) throw new Error("Two items have one name.");
  return items.filter(({ type }) => type === 3).map(({ content }) => querySchema.parse(content).query);
}

/** What queries ask for and nobody tells, and what is told and nobody asks for. */
export function wrongMeasurements(resources: Predicted[]): string[] {
  const alerts = alertQueries(resources);
  const queries = [...alerts, ...workbookQueries(resources)];
  const asked = new Set(queries.flatMap(namesIn));
  const used = queries.flatMap(attributesIn);
  return [
    ...[...asked].filter((name) => !measured.includes(name)).map((name) => `nobody measures ${name}`),
    ...measured.filter((name) => !asked.has(name)).map((name) => `nobody asks for ${name}`),
    ...used.filter((name) => !attributes.includes(name)).map((name) => `no span has ${name}`),
    ...ownAttributes.filter((name) => !used.includes(name)).map((name) => `nobody asks for ${name}`),
    ...queries.flatMap(wrongTables),
    // P7.3: monitoring compares numbers and codes; it never reads what a log says.
    ...queries
      .filter((query) => /Message|AppTraces|parse |extract|search /.test(query))
      .map((query) => `reads text: ${query}`),
  ];
}

function namesIn(query: string): string[] {
  if (!query.startsWith("AppMetrics ")) return [];
  return [...query.matchAll(/"([a-z_.]+)"/g)].map(([, name = ""]) => name);
}

function attributesIn(query: string): string[] {
  return [...query.matchAll(/Properties\["([^"]+)"\]/g)].map(([, name = ""]) => name);
}

const tables = ["AppMetrics", "AppDependencies", "AppRequests", "AppExceptions"];

function wrongTables(query: string): string[] {
  const table = /^\w+/.exec(query)?.[0] ?? "";
  return tables.includes(table) ? [] : [`no table ${table}`];
}
