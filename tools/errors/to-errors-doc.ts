import { maxBodyBytes } from "../../functions/http/parse-body.ts";
import { routes } from "../../functions/http/routes.ts";
import { errorCodes } from "../../src/domain/error/error-codes.ts";
import { toTable } from "../markdown/to-table.ts";

const nextSteps = { retry: "try again", give_up: "do not try again", ask: "somebody must act" } as const;

const bytes = (count: number): string => `${count.toLocaleString("en-US")} bytes`;
const larger = routes.flatMap(({ maxBodyBytes: own, method, path }) =>
  own === undefined ? [] : [`, that of \`${method} /${path}\` ${bytes(own)}`],
);

type Row = readonly [code: string, title: string, status: string, next: string, advice: string];

/** docs/errors.md as text: every permanent code with its HTTP status and what helps. */
export function toErrorsDoc(): string {
  const rows = Object.entries(errorCodes).map(
    ([code, { title, status, next, advice }]): Row => [`\`${code}\``, title, String(status), nextSteps[next], advice],
  );
  const answers = rows.filter(([, , status]) => status !== "0");
  const runs = rows
    .filter(([, , status]) => status === "0")
    .map(([code, title, , next, advice]) => [code, title, next, advice]);
  return `${[
    "# Error codes",
    "",
    "Made by `npm run docs:errors` from `src/domain/error/`. A code keeps its meaning for good and is never",
    "used for anything else, so programs may rely on it; texts may change.",
    "",
    "## Answers to callers",
    "",
    "Errors are problem details (RFC 9457) with the code in `code` and in `type`, after `urn:tenantpilot:error:`. `title`",
    "names the problem, `detail` says what happened, `help` what helps. Checks come in this order: 401, 404, 403, 400, then",
    "409 and the rest.",
    `A body may have ${bytes(maxBodyBytes)}${larger.join("")}.`,
    "",
    ...toTable(["code", "title", "status", "next step", "help"], answers),
    "",
    "## Why a run, or a part of one, failed",
    "",
    "These stand in `failures` of a run and in `gaps` of a snapshot, each with a message, a target and a count.",
    "",
    ...toTable(["code", "title", "next step", "help"], runs),
  ].join("\n")}\n`;
}
