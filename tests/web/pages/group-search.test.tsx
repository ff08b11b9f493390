import { fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { Refusal } from "../../../web/src/api/refusal.ts";
import { GroupSearch } from "../../../web/src/pages/group-search.tsx";
import { showPage } from "./support/show-page.tsx";

const onChoose = vi.fn();
const page = { path: "/p", parse: () => ({}), component: () => <GroupSearch onChoose={onChoose} /> };

async function type(text: string): Promise<void> {
  fireEvent.change(await screen.findByRole("textbox", { name: /Search groups/ }), { target: { value: text } });
}

it("a group is found by the beginning of its name and chosen, and the search says what a group is good for", async () => {
  const group = { id: "1", name: "Operations", description: null, kind: "security" };
  const { asked } = showPage(page, "/p", { searchDirectoryGroups: () => ({ items: [group] }) });
  await type("ope");
  fireEvent.click(await screen.findByRole("button", { name: /Operations/ }));
  expect(onChoose).toHaveBeenCalledWith(group);
  screen.getByText(/assigned to TenantPilot/);
  expect(asked.filter(({ id }) => id === "searchDirectoryGroups")).toHaveLength(1);
});

it("S6 a search that nobody consented to says what helps, and one without a match says so", async () => {
  const texts = { type: "", title: "", detail: "", help: "", correlationId: "" };
  const code = "delegated_consent_required";
  showPage(page, "/p", {
    searchDirectoryGroups: ({ query }) => {
      if (query["text"] === "zzz") return { items: [] };
      throw new Refusal({ ...texts, status: 403, code, retryAfter: undefined, etag: undefined });
    },
  });
  await type("ope");
  await screen.findByText(/Nobody has consented/);
  await type("zzz");
  await screen.findByText("No group has a name that begins so.");
});
