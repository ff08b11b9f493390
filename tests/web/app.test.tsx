import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { App } from "../../web/src/app.tsx";
import { en } from "../../web/src/words/en.ts";

it("a page has one heading, and the navigation says where it stands", async () => {
  render(<App person={{ name: "Ada Lind", signOut: () => undefined }} spoken={{ language: "en", words: en }} />);
  expect(await screen.findAllByRole("heading", { level: 1 })).toHaveLength(1);
  expect(screen.getByRole("link", { current: "page", name: "Home" })).toBeTruthy();
});
