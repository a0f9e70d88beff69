/** Names of weekdays and runs of weekdays in the user's language. */
import { msg, str } from '@lit/localize';

/** Short name of a weekday, 1 = Monday. */
export function dayName(day: number): string {
  const names = [msg('Mon'), msg('Tue'), msg('Wed'), msg('Thu'), msg('Fri'), msg('Sat'), msg('Sun')];
  const name = names[day - 1];
  if (name === undefined) throw new Error(`no weekday <${day}>`);
  return name;
}

/** `Mon–Fri, Sun`. */
export function daysText(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const day of sorted) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => {
      const first = dayName(run[0] ?? 1);
      const last = dayName(run.at(-1) ?? 1);
      if (run.length === 1) return first;
      return run.length === 2 ? listed(first, last) : msg(str`${first}–${last}`);
    })
    .reduce((text, part) => (text ? listed(text, part) : part), '');
}

const listed = (a: string, b: string): string => msg(str`${a}, ${b}`);
