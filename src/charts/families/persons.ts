/** People with a name: how busy each is. */
import { msg, str } from '@lit/localize';
import { measured, type FigureFamily } from './family.ts';

export const persons: FigureFamily = {
  id: 'persons',
  of: 'people',
  title: () => msg('Who is how busy'),
  figures: [
    {
      key: 'utilisation',
      kind: 'share',
      label: () => msg('Utilisation (%)'),
      compared: (name) => msg(str`Utilisation: ${name}`),
    },
    {
      key: 'busy',
      kind: 'time',
      clock: 'business',
      label: (unit) => msg(str`Worked (${unit})`),
      compared: (name) => msg(str`Worked: ${name}`),
    },
    {
      key: 'overtime',
      kind: 'time',
      clock: 'business',
      label: (unit) => msg(str`of it overtime (${unit})`),
      compared: (name) => msg(str`Overtime: ${name}`),
    },
  ],
  subjectName: ([family, id, people, person, ...rest], { pool }) =>
    family === 'resources' && people === 'people' && id !== undefined && person !== undefined && rest.length === 0
      ? personName(person, pool(id))
      : undefined,
  subjects: ({ resources }) =>
    Object.entries(resources).flatMap(([id, pool]) =>
      Object.entries(pool.people ?? {}).flatMap(([name, { utilisation, busy, overtime }]) =>
        measured({ id, name: personName(name, pool.name), path: ['resources', id, 'people', name] }, [
          utilisation,
          busy,
          overtime,
        ]),
      ),
    ),
};

/** People of different pools may have the same name. */
const personName = (name: string, pool: string): string => `${name} · ${pool}`;
