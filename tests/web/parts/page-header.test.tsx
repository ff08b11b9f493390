import { fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { PageHeader } from "../../../web/src/parts/page-header.tsx";
import { faults } from "./support/faults.ts";
import { show } from "./support/show.tsx";

it("the heading takes the focus after navigation, not at the first load and not on a change of title", () => {
  const { rerender } = show(<PageHeader page="/tenants" title="Tenants" />);
  const heading = () => screen.getByRole("heading", { level: 1 });
  expect(document.activeElement).toBe(document.body);
  rerender(<PageHeader page="/tenants" title="Tenants (2)" />);
  expect(document.activeElement).toBe(document.body);
  rerender(<PageHeader page="/tenants/1" title="Kestrel" />);
  expect(document.activeElement).toBe(heading());
});

it("each opening of the portal has a first load of its own", () => {
  show(<PageHeader page="/tenants" title="Tenants" />).unmount();
  show(<PageHeader page="/tenants/1" title="Kestrel" />);
  expect(document.activeElement).toBe(document.body);
});

it("the way to a page is a navigation with a name, whose links do not load the portal anew", async () => {
  const navigate = vi.fn();
  show(<PageHeader page="/a" title="Run" crumbs={[{ text: "Operations", href: "/operations" }]} />, { navigate });
  expect(screen.getByRole("navigation", { name: "You are here" })).toBeDefined();
  fireEvent.click(screen.getByRole("link", { name: "Operations" }));
  expect(navigate).toHaveBeenCalledWith("/operations");
  expect(await faults()).toEqual([]);
});

it("a click with a modifier is the browser's", () => {
  const navigate = vi.fn();
  show(<PageHeader page="/a" title="Run" crumbs={[{ text: "Operations", href: "/operations" }]} />, { navigate });
  fireEvent.click(screen.getByRole("link", { name: "Operations" }), { ctrlKey: true });
  expect(navigate).not.toHaveBeenCalled();
});
