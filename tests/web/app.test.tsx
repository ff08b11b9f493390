import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { CallApi } from "../../web/src/api/call-api.ts";
import { makeQueryClient } from "../../web/src/api/make-query-client.ts";
import { App } from "../../web/src/app.tsx";
import { en } from "../../web/src/words/en.ts";

it("a page has one heading, and the navigation says where it stands", async () => {
  const person = { name: "Ada Lind", signOut: () => undefined };
  const callApi: CallApi = () => new Promise(() => undefined);
  render(<App {...{ person, callApi }} spoken={{ language: "en", words: en }} queryClient={makeQueryClient()} />);
  expect(await screen.findAllByRole("heading", { level: 1 })).toHaveLength(1);
  expect(screen.getByRole("link", { current: "page", name: "Home" })).toBeTruthy();
});
