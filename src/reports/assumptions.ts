/** What a forecast rests on: every parameter of a scenario with its value and where it comes from. */
import { msg, str } from '@lit/localize';
import type { ElementParameters, ProcessModel, Provenance, ResourcePool, Scenario } from '#simulation';
import { textCell, type FigureTable, type Row } from '../charts/figure-table.ts';
import {
  arrivalWords,
  calendarWords,
  listed,
  needsWords,
  shapeWords,
  slaWords,
  staffingWords,
  type Wording,
} from '../comparison/values-in-words.ts';
import { formatMoney, formatPercent, NO_FIGURE, type FormatLocale } from '../format/index.ts';
import { DEFAULT_CURRENCY } from '../charts/pool-table.ts';
import { nameOf } from '../i18n/element-names.ts';
import { parameterTitle, type ParameterName } from '../i18n/parameter-names.ts';
import { provenanceName } from '../i18n/provenance-names.ts';

/** A table of all of them; steps in the order of the diagram. The scenario must be resolved. */
export function assumptions(
  name: string,
  { model, scenario }: { readonly model: ProcessModel; readonly scenario: Scenario },
  locale: FormatLocale,
): FigureTable {
  const wording: Wording = { locale, scenario };
  const ids = [...model.nodes, ...model.flows, ...model.messageFlows].map(({ id }) => id);
  return {
    caption: msg(str`${name}: what the forecast rests on`),
    columns: [msg('About'), msg('Parameter'), msg('Value'), msg('Source')].map((label) => ({ label, numeric: false })),
    rows: [
      ...ids.flatMap((id) => {
        const parameters = scenario.elements?.[id];
        return parameters ? elementRows(nameOf(model, scenario, id), parameters, wording) : [];
      }),
      ...(scenario.pools ?? []).flatMap((pool) => poolRows(pool, wording)),
      ...(scenario.calendars ?? []).map((calendar) =>
        row(calendar.name, msg('open'), calendarWords(calendar, wording)),
      ),
      ...(scenario.attributes ?? []).map((attribute) =>
        row(
          attribute.name,
          msg('of each case'),
          attribute.type === 'number'
            ? shapeWords(attribute.distribution, wording)
            : listed(attribute.values.map(({ value, share }) => `${value} ${formatPercent(share, locale, 0)}`)),
          attribute.provenance,
        ),
      ),
      ...(scenario.slas ?? []).map((sla) => row(sla.name, msg('promise'), slaWords(sla, wording))),
    ],
  };
}

function elementRows(about: string, parameters: ElementParameters, wording: Wording): readonly Row[] {
  const { provenance, arrivals, resources, probability, condition } = parameters;
  const say = (name: ParameterName, value: string): Row => row(about, parameterTitle(name), value, provenance?.[name]);
  const times = (['work', 'delay', 'latency'] as const).flatMap((name) => {
    const spec = parameters[name];
    return spec ? [say(name, shapeWords(spec, wording))] : [];
  });
  return [
    ...(arrivals ? [say('arrivals', arrivalWords(arrivals, wording))] : []),
    ...times,
    ...(resources ? [say('resources', needsWords(resources, wording))] : []),
    ...(probability === undefined ? [] : [say('probability', formatPercent(probability, wording.locale))]),
    ...(condition ? [say('condition', condition.text)] : []),
  ];
}

function poolRows({ name, staffing, costPerHour, provenance }: ResourcePool, wording: Wording): readonly Row[] {
  const currency = wording.scenario.currency ?? DEFAULT_CURRENCY;
  return [
    row(name, msg('people'), staffingWords(staffing, wording), provenance?.['staffing']),
    ...(costPerHour === undefined
      ? []
      : [
          row(
            name,
            msg('cost per hour'),
            formatMoney(costPerHour, currency, wording.locale),
            provenance?.['costPerHour'],
          ),
        ]),
  ];
}

const row = (about: string, parameter: string, value: string, source?: Provenance): Row => ({
  cells: [about, parameter, value, source ? provenanceName(source) : NO_FIGURE].map(textCell),
});
