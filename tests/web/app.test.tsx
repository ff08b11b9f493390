import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { App } from "../../web/src/app.tsx";

it("the portal has one heading", () => {
  render(<App />);
  expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1);
});
