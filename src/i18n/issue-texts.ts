/** Type of the maps from issue codes to their texts; one map per area in `issues/`. */
import type { Issue } from '#simulation';

export type IssueTexts = Readonly<Record<string, (issue: Issue) => string>>;
