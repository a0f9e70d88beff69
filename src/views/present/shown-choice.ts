/** `<pf-shown-choice>`: what the replay shows: design and scenario, what stands beside them, and the replication. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StudySession } from '../../app/study-session.ts';
import { controlStyles } from '../replay/control-styles.ts';
import './replication-choice.ts';
import type { Showing } from './showing.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

@customElement('pf-shown-choice')
@localized()
export class ShownChoice extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 4px 8px;
        margin-block-end: 0.8em;
      }
      select {
        min-inline-size: 0;
        text-overflow: ellipsis;
      }
      pf-replication-choice {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property({ attribute: false }) session: StudySession | undefined;
  /** Changes within; whoever holds it redraws. */
  @property({ attribute: false, hasChanged: () => true }) showing: Showing | undefined;

  override render(): TemplateResult | typeof nothing {
    const { session, showing } = this;
    if (!session || !showing) return nothing;
    const { designs, activeDesign, scenarios, activeScenario } = session;
    return html`${
        designs.length > 1
          ? choice('design', msg('Design'), designs, activeDesign, (id) => showing.selectDesign(id))
          : nothing
      }
      ${
        scenarios.length > 1
          ? choice('scenario', msg('Scenario'), scenarios, activeScenario, (id) => {
              showing.selectScenario(id);
            })
          : nothing
      }
      ${showing.hasMore ? this.beside(session, showing) : nothing}
      <pf-replication-choice .showing=${showing}></pf-replication-choice>`;
  }

  /** Another design, or the same with another scenario. */
  private beside(session: StudySession, showing: Showing): TemplateResult {
    const { designs, activeDesign, scenarios, activeScenario, replays } = session;
    const { beside, deck } = showing;
    const named = designs.flatMap(({ id, name }): readonly Named[] => {
      if (id !== activeDesign) return [{ id, name }];
      return scenarios.length > 1 ? [{ id, name: msg(str`${name}, another scenario`) }] : [];
    });
    const isSame = beside?.design === activeDesign;
    const others = beside
      ? replays.scenariosOf(beside.design).filter(({ id }) => !isSame || id !== activeScenario)
      : [];
    const shown = deck?.sides.find(
      ({ design, scenario }) => design === beside?.design && !(isSame && scenario.id === activeScenario),
    );
    return html`${choice(
      'beside',
      msg('Beside it'),
      [{ id: '', name: msg('nothing') }, ...named],
      beside?.design ?? '',
      (design) => {
        const other = design === activeDesign ? scenarios.find(({ id }) => id !== activeScenario) : undefined;
        showing.putBeside(design === '' ? undefined : { design, ...(other ? { scenario: other.id } : {}) });
      },
    )}
    ${
      beside && others.length > 1
        ? choice(
            'scenario-beside',
            msg('Its scenario'),
            others,
            beside.scenario ?? shown?.scenario.id ?? '',
            (scenario) => {
              showing.putBeside({ design: beside.design, scenario });
            },
          )
        : nothing
    }`;
  }
}

const choice = (
  key: string,
  label: string,
  options: readonly Named[],
  chosen: string,
  choose: (id: string) => unknown,
): TemplateResult =>
  html`<label for=${key}>${label}</label>
    <select
      id=${key}
      @change=${(event: Event & { currentTarget: HTMLSelectElement }) => choose(event.currentTarget.value)}
    >
      ${options.map(({ id, name }) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`)}
    </select>`;

declare global {
  interface HTMLElementTagNameMap {
    'pf-shown-choice': ShownChoice;
  }
}
