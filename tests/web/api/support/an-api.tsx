import { QueryClientProvider } from "@tanstack/react-query";
import { act } from "@testing-library/react";
import type { PropsWithChildren } from "react";
import { vi } from "vitest";
import { ApiContext } from "../../../../web/src/api/api-context.ts";
import type { CallApi } from "../../../../web/src/api/call-api.ts";
import { makeQueryClient } from "../../../../web/src/api/make-query-client.ts";
import { Refusal } from "../../../../web/src/api/refusal.ts";

export type Asked = {
  readonly id: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};
type Given = Partial<Omit<Asked, "id">> | undefined;

/** An API that answers as the test says, and remembers what it was asked. */
export function anApi(answer: (asked: Asked) => unknown, etag?: string) {
  const asked: Asked[] = [];
  const callApi: CallApi = async (id, ...[input]) => {
    // Of the input of any operation only these are looked at.
    const given = input as Given;
    const one = { id, query: given?.query ?? {}, headers: given?.headers ?? {}, body: given?.body };
    asked.push(one);
    return { body: (await answer(one)) as never, etag };
  };
  const client = makeQueryClient();
  const wrapper = ({ children }: PropsWithChildren) => (
    <QueryClientProvider client={client}>
      <ApiContext value={callApi}>{children}</ApiContext>
    </QueryClientProvider>
  );
  return { asked, callApi, client, wrapper };
}

export function aRefusal(status: number, more: { readonly retryAfter?: number; readonly code?: string } = {}): Refusal {
  const texts = { type: "", title: "Refused", detail: "", help: "", correlationId: "" };
  const { code = "some_code", retryAfter } = more;
  return new Refusal({ ...texts, code, status, retryAfter, etag: undefined });
}

/** Lets the clock of the test run, and the page draw what came of it. */
export async function advance(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}
