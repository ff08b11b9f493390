import { Fault } from "../error/fault.ts";

/** Whoever asks for a page names one that no answer gave. */
export function invalidPage(): Fault {
  return new Fault("invalid_request", "page must be the nextPage of the answer before.", { target: "page" });
}
