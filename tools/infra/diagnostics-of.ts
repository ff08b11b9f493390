import { z } from "zod";

// SARIF 2.1.0 section 3.27: what one finding says and where.
const resultSchema = z.object({
  ruleId: z.string(),
  message: z.object({ text: z.string() }),
  locations: z
    .array(
      z.object({
        physicalLocation: z.object({
          artifactLocation: z.object({ uri: z.string() }),
          region: z.object({ startLine: z.number() }).optional(),
        }),
      }),
    )
    .default([]),
});
const sarifSchema = z.object({ runs: z.array(z.object({ results: z.array(resultSchema) })).min(1) });

/**
 * Every diagnostic of `count` SARIF logs, one for each file, as bicep writes them one after the other; whatever its level,
 * because bicep ends with 0 when there are only warnings. What is no log, or another number of them, is a diagnostic too.
 */
export function diagnosticsOf(text: string, count: number): string[] {
  // A log is indented: its last brace alone stands at the beginning of a line.
  const logs = text.trim().split(/(?<=^\})\s*(?=\{)/m);
  const missing = logs.length === count ? [] : [`The compiler judged ${logs.length} files of ${count}.`];
  return [...missing, ...logs.flatMap(diagnosticsOfLog)];
}

function diagnosticsOfLog(log: string): string[] {
  const parsed = sarifSchema.safeParse(parseJson(log));
  if (!parsed.success) return [`The compiler gave no SARIF log: ${log.trim().slice(0, 2_000)}`];
  return parsed.data.runs.flatMap(({ results }) =>
    results.map(({ ruleId, message, locations }) => {
      const location = locations[0]?.physicalLocation;
      return `${location?.artifactLocation.uri ?? "?"}:${location?.region?.startLine ?? "?"} ${ruleId}: ${message.text}`;
    }),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
