export type Version = "v1.0" | "beta";

/** What `$expand` of a child gives: its items, silently nothing, or 400 (graph.md 2.5). */
export type Expansion = "works" | "empty" | "refused";

export type Child = {
  readonly name: string;
  /** A single related object instead of a list. */
  readonly isSingle?: boolean;
  /** Kinds of object that have it, without namespace; it is then reached through a cast alone. */
  readonly on?: readonly string[];
  /** Items in a page of the child's own list, whatever `$top` says. Default 1000. */
  readonly pageSize?: number;
  readonly expandInList: Expansion;
  readonly expandOnItem: Expansion;
  /** The service that says "No OData route exists" for the child's own path, which is in the metadata all the same. */
  readonly noRoute?: string | undefined;
  /** Not stored here: the objects of that collection which hold this one under the name. */
  readonly inverse?: { readonly collection: string; readonly name: string };
  readonly children?: readonly Child[];
};

export type ServiceGroup =
  | "deviceConfiguration"
  | "deviceConfigurationV2"
  | "applications"
  | "managedApplications"
  | "enrollment"
  | "notifications"
  | "cloudPc"
  | "identity"
  | "rbac"
  | "conditionalAccess"
  | "directory";

export type Collection = {
  /** Below the version, as Graph spells it. */
  readonly path: string;
  /** The declared type, without namespace. */
  readonly entityType: string;
  /** Items carry `@odata.type`, because the declared type says too little. */
  readonly isPolymorphic: boolean;
  /** Items carry `@odata.type` although the declared type says enough. */
  readonly showsType?: boolean;
  /** One object at the path itself; a `value` is a property of another object and has no id of its own. */
  readonly singleton?: "entity" | "value";
  readonly versions: readonly Version[];
  /** Objects that v1.0 leaves out without a word, because they use what is in preview: by kind, or by a path that is set. */
  readonly betaOnly?: readonly ({ readonly kind: string } | { readonly path: string })[];
  /** Items in a page without `$top`. */
  readonly pageSize: number;
  /** Its changes can be followed. */
  readonly hasDelta?: true;
  /** The largest page that `$top` can ask for; more is cut to it. */
  readonly maxTop: number;
  readonly children: readonly Child[];
  /** One list over the objects of other collections, which alone can be written. */
  readonly unionOf?: readonly string[];
  /** Properties that can be read by a path of their own. */
  readonly ownPaths?: readonly string[];
  /** Encrypted custom settings are shown by a function, to whoever may write. */
  readonly showsOmaValues?: boolean;
  /** Left out of every answer unless `$select` names it. */
  readonly onlyOnSelect?: readonly string[];
  /** Null in lists, present on a single GET. */
  readonly hiddenInLists: readonly string[];
  readonly serviceGroup: ServiceGroup;
  /** Body property of the assign action; absent = there is no such action. */
  readonly assignBody?: string;
  /** The assign action answers 204 instead of the assignments (the action's return type in the metadata). */
  readonly assignAnswersNothing?: boolean;
  /** The service that has no route to a child below a cast of an object to its own kind. */
  readonly noCastRoute?: string | undefined;
  /** Assignments may name groups only (app protection). */
  readonly groupTargetsOnly?: boolean;
  /** Property that counts a child: [counting property, child]. */
  readonly counts?: readonly [string, string];
  /** Children without which a create is refused. */
  readonly requiredOnCreate?: readonly string[];
  /** Read-only properties that are a 400 when a create says true; others are left out in silence (graph.md 2.7). */
  readonly refusedOnCreate?: readonly string[];
  /** How long after its create an object is still unknown to every other request, in ms. */
  readonly shownAfterMs?: number;
  /** Filters are accepted and change nothing. */
  readonly ignoresFilter?: boolean;
  /** Texts are answered in the language that the client asks for: an object has those of other languages in `translations`. */
  readonly isTranslated?: boolean;
  /** Custom settings whose value is encrypted are answered with a mask. */
  readonly masksOmaSettings?: boolean;
  readonly modifiedProperty?: string;
};
