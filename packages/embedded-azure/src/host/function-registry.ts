export type Binding = {
  readonly type: string;
  readonly direction: "in" | "out" | "inout";
  /** Every option of `app.xxx()` is a property of its binding. */
  readonly [option: string]: unknown;
};

/** What the Node library passes to `registerFunction`. */
export type FunctionMetadata = {
  readonly name: string;
  readonly functionId?: string;
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly retryOptions?: object;
};

export type FunctionHandler = (...args: unknown[]) => unknown;

export type RegisteredFunction = {
  readonly name: string;
  readonly metadata: FunctionMetadata;
  readonly handler: FunctionHandler;
  readonly triggerName: string;
  readonly trigger: Binding;
};

export type HookName = "preInvocation" | "postInvocation";
export type Hook = (context: object) => unknown;

/** Everything one function app registers while it is loaded. */
export type FunctionRegistry = {
  readonly functions: ReadonlyMap<string, RegisteredFunction>;
  readonly appHookData: object;
  readonly hooks: (name: HookName) => readonly Hook[];
  readonly registerFunction: (metadata: FunctionMetadata, handler: FunctionHandler) => () => void;
  readonly registerHook: (name: string, hook: Hook) => () => void;
  /** From here on the app is started: registering a function is an error, as in Azure. */
  readonly close: () => void;
};

const hookNames: readonly HookName[] = ["preInvocation", "postInvocation"];

export function makeFunctionRegistry(): FunctionRegistry {
  const functions = new Map<string, RegisteredFunction>();
  const hooks = new Map<HookName, Hook[]>(hookNames.map((name) => [name, []]));
  let closed = false;

  function registerFunction(metadata: FunctionMetadata, handler: FunctionHandler): () => void {
    if (closed) throw new Error("A function can only be registered during app startup.");
    const key = metadata.name.toLowerCase();
    if (functions.has(key)) throw new Error(`Two functions are named "${metadata.name}" (names ignore case).`);
    functions.set(key, { name: metadata.name, metadata, handler, ...triggerOf(metadata) });
    return () => functions.delete(key);
  }

  function registerHook(name: string, hook: Hook): () => void {
    const known = hookNames.find((known) => known === name);
    const list = known && hooks.get(known);
    if (!list) throw new RangeError(`The local host does not support the hook "${name}".`);
    list.push(hook);
    return () => {
      const index = list.indexOf(hook);
      if (index >= 0) list.splice(index, 1);
    };
  }

  return {
    functions,
    appHookData: {},
    hooks: (name) => hooks.get(name) ?? [],
    registerFunction,
    registerHook,
    close: () => {
      closed = true;
    },
  };
}

function triggerOf(metadata: FunctionMetadata): Pick<RegisteredFunction, "trigger" | "triggerName"> {
  const found = Object.entries(metadata.bindings).find(([, binding]) => isTrigger(binding));
  if (!found) throw new Error(`The function "${metadata.name}" has no trigger.`);
  const [triggerName, trigger] = found;
  return { triggerName, trigger };
}

export function isTrigger(binding: Binding): boolean {
  return binding.type.toLowerCase().endsWith("trigger");
}

/** Trigger types ignore case in the host; this is the form to compare with. */
export function triggerType(fn: RegisteredFunction): string {
  return fn.trigger.type.toLowerCase();
}

/** A required option of a function's trigger. */
export function triggerText(fn: RegisteredFunction, option: string): string {
  const value = fn.trigger[option];
  if (typeof value === "string" && value !== "") return value;
  throw new Error(`The ${fn.trigger.type} of function "${fn.name}" needs "${option}".`);
}
