export type LogLevel = "trace" | "debug" | "information" | "warning" | "error" | "critical";

/** Receives every line of the host and of the functions; `category` is named as in Azure (`Function.NAME`, `Host.Startup`). */
export type Log = (level: LogLevel, category: string, message: string) => void;
