import type { HttpAnswer } from "./answer.ts";
import type { AuthorizeRequest } from "./authorize-request.ts";
import { escapeHtml, toHtmlPage } from "./html-page.ts";
import { type Candidate, originOf } from "./sign-in-context.ts";

/** One button for each person; pressing it sends the application's whole request again, with the name. */
export function toPeoplePage(people: readonly Candidate[], { app, parameters }: AuthorizeRequest): HttpAnswer {
  const asked = [...parameters].filter(([name]) => name !== "user");
  const hidden = asked.map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const intro = `<p>${escapeHtml(app.name)} wants to know who you are. These people are made up: there is no password, and nothing leaves this machine.</p>`;
  return toHtmlPage({
    status: 200,
    title: "Demo directory: pick a person",
    body: `${intro}<form method="post" action="authorize">${hidden.join("")}<ul>${people.map(toButton).join("")}</ul></form>`,
    formOrigin: originOf(app),
  });
}

function toButton({ user, may }: Candidate): string {
  const initials = user.displayName.split(" ").map((word) => word.charAt(0).toUpperCase());
  const mark = `<span class="mark" aria-hidden="true">${escapeHtml(initials.slice(0, 2).join(""))}</span>`;
  const text = `<span><span class="name">${escapeHtml(user.displayName)}</span><span class="may">${escapeHtml(may)}</span></span>`;
  return `<li><button name="user" value="${escapeHtml(user.name)}">${mark}${text}</button></li>`;
}
