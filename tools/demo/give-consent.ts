/**
 * What the browser of a customer's administrator does with a consent link: opens the page, presses Accept, and is brought
 * back. Answers the outcome that the last page is told.
 */
export async function giveConsent(link: string): Promise<string> {
  const page = new URL(link);
  const form = new URLSearchParams([...page.searchParams, ["decision", "accept"]]);
  const accepted = await fetch(`${page.origin}${page.pathname}`, {
    method: "POST",
    headers: { origin: page.origin },
    body: form,
    redirect: "manual",
  });
  const back = await fetch(locationOf(accepted), { redirect: "manual" });
  return new URL(locationOf(back)).searchParams.get("outcome") ?? "";
}

function locationOf(answer: Response): string {
  const location = answer.headers.get("location");
  if (location === null) throw new Error(`A page of the consent led nowhere (${answer.status}).`);
  return location;
}
