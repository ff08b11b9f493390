import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { MembersPage } from "../../../web/src/pages/members/members-page.tsx";
import { aRefusal } from "../api/support/an-api.tsx";
import { anOwner, showPage } from "./support/show-page.tsx";

const page = { path: "/tenants/$tenantId/members", parse: () => ({}), component: MembersPage };
const id = "7c1e5d7a-0001-4c3a-8f00-000000000001";
const member = {
  principalId: id,
  homeTenantId: "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a001",
  kind: "user",
  name: "Olivia Owner",
  role: "owner",
  addedAt: "2026-11-30T01:00:00.000Z",
  addedBy: { kind: "user", id: "x", name: "Ada" },
  etag: '"1"',
};
const mayWrite = { getMe: () => anOwner(["member.write"]), listMembers: () => ({ items: [member] }) };

it("a member is shown with role, kind and who added it", async () => {
  showPage(page, "/tenants/t/members", mayWrite);
  await screen.findByText("Olivia Owner");
  screen.getByText("Owner");
  screen.getByText("Person");
  screen.getByText("Ada");
});

it("a new member is sent as it was typed, and nothing is sent before its id is one", async () => {
  const { asked } = showPage(page, "/tenants/t/members", { ...mayWrite, putMember: () => member });
  await screen.findByText("Olivia Owner");
  fireEvent.click(screen.getByRole("button", { name: "Add member" }));
  fireEvent.change(await screen.findByLabelText(/^Object ID/), { target: { value: "no id" } });
  fireEvent.change(screen.getByLabelText(/^Name/), { target: { value: "Bea" } });
  fireEvent.submit(screen.getByLabelText(/^Name/).closest("form") ?? document.body);
  expect(asked.filter(({ id: asks }) => asks === "putMember")).toEqual([]);
  fireEvent.change(screen.getByLabelText(/^Object ID/), { target: { value: id } });
  fireEvent.change(screen.getByLabelText(/^Role/), { target: { value: "manager" } });
  fireEvent.submit(screen.getByLabelText(/^Name/).closest("form") ?? document.body);
  await expect
    .poll(() => asked.find(({ id: asks }) => asks === "putMember")?.body)
    .toEqual({
      kind: "user",
      role: "manager",
      name: "Bea",
    });
});

it("who may not change members is told the right that is missing", async () => {
  showPage(page, "/tenants/t/members", { ...mayWrite, getMe: () => anOwner(["member.read"]) });
  await screen.findByText("Olivia Owner");
  expect(screen.getByRole("button", { name: "Add member" }).getAttribute("aria-disabled")).toBe("true");
});

it("who was overtaken in changing a role sees theirs beside mine", async () => {
  let theirs = member;
  const { asked } = showPage(page, "/tenants/t/members", {
    ...mayWrite,
    listMembers: () => ({ items: [theirs] }),
    putMember: () => {
      if (theirs !== member) return theirs;
      theirs = { ...member, role: "manager", etag: '"2"' };
      throw aRefusal(412);
    },
  });
  fireEvent.click(await screen.findByRole("checkbox", { name: "Select Olivia Owner" }));
  fireEvent.click(screen.getByRole("button", { name: "Change role" }));
  fireEvent.change(await screen.findByLabelText(/^Role/), { target: { value: "reader" } });
  fireEvent.submit(screen.getByLabelText(/^Role/).closest("form") ?? document.body);
  await screen.findByRole("row", { name: "Role Manager Reader" });
  fireEvent.click(screen.getByRole("button", { name: "Save mine over theirs" }));
  await expect
    .poll(() => asked.filter(({ id: asks }) => asks === "putMember").map(({ headers }) => headers["If-Match"]))
    .toEqual(['"1"', '"2"']);
});
