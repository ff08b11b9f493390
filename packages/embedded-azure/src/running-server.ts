/** A started embedded server. Closing is idempotent; what was acknowledged is on disk before the answer, not at close. */
export type RunningServer = AsyncDisposable & {
  /** Without trailing slash and version segment (interfaces.md). */
  readonly endpoint: string;
  readonly port: number;
  close(): Promise<void>;
};

/** Certificate and key in PEM; a server given none listens without TLS. */
export type TlsFiles = { readonly cert: string; readonly key: string };
