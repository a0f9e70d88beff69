/** The result of a run as the command line prints it with `--json`. */
import { msg } from '@lit/localize';
import type { Exporter } from './exporter.ts';

export const resultJson: Exporter = {
  id: 'result-json',
  label: () => msg('Results as JSON'),
  extension: '.json',
  accepts: ({ run }) => run !== undefined,
  write({ run }) {
    if (!run) throw new Error('no result for <result-json>');
    const text = `${JSON.stringify(run.result.document, null, 2)}\n`;
    return Promise.resolve(new Blob([text], { type: 'application/json' }));
  },
};
