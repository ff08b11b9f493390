import type { FunctionHandler, FunctionMetadata } from "./function-registry.ts";
import type { LogLevel } from "./log.ts";
import type { TypedData } from "./typed-data.ts";

export type NamedData = { readonly name: string; readonly data: TypedData };

export type InvocationRequest = {
  readonly inputData: readonly NamedData[];
  readonly triggerMetadata?: Readonly<Record<string, TypedData>>;
  readonly traceContext?: { readonly traceParent: string; readonly traceState: string; readonly attributes: object };
};

export type InvocationResponse = {
  readonly returnValue?: TypedData | null;
  readonly outputData?: readonly NamedData[] | null;
};

export type CoreContext = {
  readonly invocationId: string;
  readonly metadata: FunctionMetadata;
  readonly request: InvocationRequest & { readonly invocationId: string; readonly functionId: string };
  /** Which step runs: the library allows user logs after the handler's end only in hooks. */
  state: "preInvocationHooks" | "invocation" | "postInvocationHooks" | undefined;
  readonly log: (level: LogLevel, category: string, message: string) => void;
};

export type InvocationModel = {
  getArguments(): Promise<{ context: object; inputs: unknown[] }>;
  readonly invokeFunction: (context: object, inputs: unknown[], handler: FunctionHandler) => Promise<unknown>;
  readonly getResponse: (context: object, result: unknown) => Promise<InvocationResponse>;
};

/** What `@azure/functions` gives the host with its first registration. */
export type ProgrammingModel = {
  readonly getInvocationModel: (context: CoreContext) => InvocationModel;
  readonly getCapabilities: (capabilities: Record<string, string>) => Promise<Record<string, string>>;
};
