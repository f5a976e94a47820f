/** The variables of an environment, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

let remembered: Environment = process.env;

/** Call it first of all. Chromium soon sets variables for itself: `GDK_BACKEND`, and `NO_AT_BRIDGE`, which would hide a browser from screen readers. */
export function rememberEnvironment(): void {
  remembered = { ...process.env };
}

/** The environment that this process was started with; that of now, where nobody called `rememberEnvironment`. */
export function startEnvironment(): Environment {
  return remembered;
}

/** Takes what was set since the start out of this process's environment, for a program that inherits it. */
export function dropAdditions(): void {
  for (const name of Object.keys(process.env)) if (remembered[name] === undefined) delete process.env[name];
}
