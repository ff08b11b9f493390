import { formatList } from "../words/format.ts";
import type { Spoken } from "../words/use-words.ts";
import type { Problem } from "./problem.ts";

/** What a problem says: its name, what happened, what helps. */
export type ProblemWords = { readonly title: string; readonly text: string; readonly help: string | undefined };

/** `now` is epoch milliseconds, for the seconds that are left. */
export function problemWords(problem: Problem, { language, words }: Spoken, now: number): ProblemWords {
  const { page } = words.parts;
  const { title, detail, help, missingRight, roles = [], againAt = 0 } = problem;
  switch (problem.kind) {
    case "forbidden": {
      const ask = roles.length > 0 ? page.forbiddenAsk(formatList(language, roles)) : page.forbiddenHelp;
      const text = missingRight ? page.forbidden(missingRight) : "";
      return { title: page.forbiddenTitle, text, help: help ?? ask };
    }
    case "not_found":
      return { title: page.notFoundTitle, text: page.notFound, help: undefined };
    case "throttled": {
      const seconds = Math.ceil((againAt - now) / 1_000);
      const text = seconds > 0 ? page.throttledIn(seconds) : page.throttledNow;
      return { title: page.throttledTitle, text, help: undefined };
    }
    case "offline":
      return { title: page.offlineTitle, text: page.offline, help: undefined };
    case "not_ready":
      return { title: page.notReadyTitle, text: page.notReady, help: undefined };
    case "error":
      return { title: title ?? page.errorTitle, text: detail ?? "", help };
  }
}
