/** A filter of a list: a choice of the server's values, a text that is searched, or a day. */
export type Filter = {
  /** The parameter of the address and of the API. */
  readonly name: string;
  readonly label: string;
  /** Without options it is a search, or a day. */
  readonly options?: readonly FilterOption[];
  /** Several options may be set; in the address they are parted by commas. */
  readonly several?: boolean;
  readonly isDay?: boolean;
};

export type FilterOption = { readonly value: string; readonly text: string };

/** What is set, by name, as the address has it; what is not set is missing. */
export type FilterValues = { readonly [name: string]: string | undefined };

export function isAnySet(filters: readonly Filter[], values: FilterValues): boolean {
  return filters.some(({ name }) => values[name] !== undefined && values[name] !== "");
}

/** The values with none of these filters set; what else the address has stays. */
export function cleared(filters: readonly Filter[], values: FilterValues): FilterValues {
  return { ...values, ...Object.fromEntries(filters.map(({ name }) => [name, undefined])) };
}

export function chosenOptions({ options = [] }: Filter, value: string | undefined): readonly FilterOption[] {
  const chosen = value?.split(",") ?? [];
  return options.filter((option) => chosen.includes(option.value));
}
