/** A use case as an app offers it: without its dependencies. */
export type Verb<F> = F extends (deps: never, ...rest: infer R) => infer T ? (...rest: R) => T : never;
