/** The one way the command line gives up: input that cannot be used, with the issue that says why and what to do. */
import type { Issue } from '#simulation';

export class UnusableInput extends Error {
  constructor(
    readonly issue: Issue,
    /** Further errors beside the one shown. */
    readonly more = 0,
  ) {
    super(`unusable input: <${issue.code}>`);
  }
}
