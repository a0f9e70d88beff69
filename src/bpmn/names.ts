/** Renames what people read in a document and its scenarios, e.g. for samples in another language. Ids stay. */
import type { Calendar, Scenario } from '#simulation';
import type { ModdleElement } from './moddle.ts';
import { contained, idOf } from './moddle.ts';

/** Sets the names of elements, pools, lanes and resources by id; ids that the document does not have are left out. */
export function applyNames(definitions: ModdleElement, names: Readonly<Record<string, string>>): void {
  for (const element of contained(definitions)) {
    if (element.$descriptor.isGeneric || element.$instanceOf('bpmndi:BPMNDiagram')) continue;
    const name = nameFor(idOf(element), names);
    if (name === undefined) continue;
    // A text annotation and a group say theirs under another property.
    element.set(element.$type === 'bpmn:TextAnnotation' ? 'text' : 'name', name);
  }
}

/**
 * Sets the names of the scenario itself and of its pools, calendars and SLAs by id, and what has no id – its description and the
 * names of holidays – by what it was, in `texts`.
 */
export function renameInScenario(
  scenario: Scenario,
  names: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string>> = {},
): Scenario {
  const renamed = <T extends { readonly id: string; readonly name: string }>(item: T): T => {
    const name = nameFor(item.id, names);
    return name === undefined ? item : { ...item, name };
  };
  const said = (text: string): string => nameFor(text, texts) ?? text;
  const withHolidays = (calendar: Calendar): Calendar =>
    calendar.holidays
      ? {
          ...calendar,
          holidays: calendar.holidays.map((day) => (day.name === undefined ? day : { ...day, name: said(day.name) })),
        }
      : calendar;
  return {
    ...renamed(scenario),
    ...(scenario.description === undefined ? {} : { description: said(scenario.description) }),
    ...(scenario.pools ? { pools: scenario.pools.map(renamed) } : {}),
    ...(scenario.calendars ? { calendars: scenario.calendars.map((calendar) => withHolidays(renamed(calendar))) } : {}),
    ...(scenario.slas ? { slas: scenario.slas.map(renamed) } : {}),
  };
}

const nameFor = (id: string, names: Readonly<Record<string, string>>): string | undefined =>
  Object.hasOwn(names, id) ? names[id] : undefined;
