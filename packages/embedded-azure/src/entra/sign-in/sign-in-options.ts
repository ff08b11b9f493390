/** Somebody to choose on the page, by the name that the directory has. */
export type Person = {
  readonly name: string;
  /** What this person may do, in words for people. */
  readonly may: string;
};

export type SignInOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  /** Who can be picked, in this order. */
  readonly people: readonly Person[];
};
