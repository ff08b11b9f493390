import { createContext, useContext } from "react";

/** Who is signed in, and the way out. */
export type Person = { readonly name: string; readonly signOut: () => void };

export const PersonContext = createContext<Person | undefined>(undefined);

export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (person === undefined) throw new Error("A component stands outside PersonContext");
  return person;
}
