/** What a command of the line may touch; tests hand in their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly readStdin: () => Promise<Uint8Array>;
  /** BCP 47 or POSIX locale of the person. */
  readonly locale: string;
  /** Set off where the person breaks off: files are left as they were. */
  readonly signal?: AbortSignal;
}

/** Exit codes of every command. */
export const Exit = { clean: 0, error: 1, findings: 2 } as const;
export type Exit = (typeof Exit)[keyof typeof Exit];

/** An error that the person can act on: printed as one line, exit code 1. */
export class CliError extends Error {}
