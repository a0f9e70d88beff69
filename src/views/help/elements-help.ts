/** Which BPMN elements are simulated, and what a run does with each. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { conformanceRows } from './conformance/index.ts';

export const elementsHelp = (): TemplateResult =>
  html`<p>
      ${msg(
        'Each row has been worked out by hand and is checked, event by event, with every version. A model with something else is not run: a problem names the element.',
      )}
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">${msg('Element')}</th>
          <th scope="col">${msg('Where')}</th>
          <th scope="col">${msg('What happens')}</th>
        </tr>
      </thead>
      <tbody>
        ${conformanceRows.map(
          ({ element, position, happens }) =>
            html`<tr>
              <th scope="row">${element()}</th>
              <td>${position()}</td>
              <td>${happens()}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
