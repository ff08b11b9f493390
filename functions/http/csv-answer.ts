import type { Answer } from "./route.ts";

/** A table as a file that the caller keeps under this name. */
export function csvAnswer(name: string, body: string): Answer {
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${name}.csv"`,
  };
  return { status: 200, body, headers };
}
