import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useApi } from "./api-context.ts";
import type { CallApi, OperationId } from "./call-api.ts";

/**
 * A change that a person asks for. When it has ended, well or not, all that shows what `touched` answers is asked again:
 * also a change without an answer may have been made.
 */
export function useChange<Values, Result>(
  send: (callApi: CallApi, values: Values) => Promise<Result>,
  touched: readonly OperationId[],
): UseMutationResult<Result, Error, Values> {
  const [callApi, client] = [useApi(), useQueryClient()];
  return useMutation({
    mutationFn: (values: Values) => send(callApi, values),
    onSettled: () => {
      const names: readonly unknown[] = touched;
      // The command is over before the page has read what it did.
      void client.invalidateQueries({ predicate: ({ queryKey: [id] }) => names.includes(id) });
    },
  });
}

/**
 * Starts a run (P6.13). The same values go with the same Idempotency-Key until one start has succeeded, so a double click,
 * or another try after no answer came, is one run.
 */
export function useStart<Values, Result>(
  send: (callApi: CallApi, values: Values, key: string) => Promise<Result>,
  touched: readonly OperationId[],
): UseMutationResult<Result, Error, Values> {
  const kept = useRef({ values: "", key: "" });
  return useChange(async (callApi, values: Values) => {
    const text = JSON.stringify(values) ?? "";
    if (kept.current.key === "" || kept.current.values !== text)
      kept.current = { values: text, key: crypto.randomUUID() };
    const { key } = kept.current;
    const result = await send(callApi, values, key);
    if (kept.current.key === key) kept.current = { values: "", key: "" };
    return result;
  }, touched);
}
