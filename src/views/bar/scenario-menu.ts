/** `<pf-scenario-menu>`: chooses the scenario of the design and adds, copies, renames or deletes scenarios. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/divider/divider.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { askChoice, askName } from '../../app/ask.ts';
import { heirsOf, renameScenario } from '../../app/scenario-edits.ts';
import type { StudySession } from '../../app/study-session.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import { chosen } from './chosen.ts';
import { menuStyles } from './menu-styles.ts';

const CHOOSE = 'choose:';

@customElement('pf-scenario-menu')
@localized()
export class ScenarioMenu extends LitElement {
  static override readonly styles = [
    menuStyles,
    css`
      .name {
        max-inline-size: 160px;
        overflow: hidden;
        text-overflow: ellipsis;
        font-weight: var(--wa-font-weight-normal);
      }
    `,
  ];

  private readonly controller = new WorkbenchController(this);

  override render(): TemplateResult {
    const session = this.controller.workbench?.session;
    if (!session) return html``;
    const active = session.scenario;
    const stored = session.scenarios.some((s) => s.id === active.id);
    return html`<wa-dropdown placement="bottom-end" @wa-select=${(event: Event) => void act(session, chosen(event))}>
      <wa-button slot="trigger" size="s" appearance="outlined" with-caret title=${msg('Scenario')}>
        <span class="name">${active.name || msg('Scenario')}</span>
      </wa-button>
      <h3>${msg('Scenario')}</h3>
      ${session.scenarios.map(
        (scenario) =>
          html`<wa-dropdown-item type="checkbox" value="${CHOOSE}${scenario.id}" ?checked=${scenario.id === active.id}
            >${scenario.name}${
              scenario.inherits
                ? html`<span slot="details">${msg(str`changes to ${nameOf(session, scenario.inherits)}`)}</span>`
                : nothing
            }</wa-dropdown-item
          >`,
      )}
      ${stored ? html`<wa-divider></wa-divider>` : nothing}
      <wa-dropdown-item value="new"
        ><wa-icon slot="icon" name="plus"></wa-icon>${msg('New scenario…')}</wa-dropdown-item
      >
      ${
        stored
          ? html`<wa-dropdown-item value="inherit"
                ><wa-icon slot="icon" name="branch"></wa-icon
                >${msg('New scenario that changes this one…')}</wa-dropdown-item
              >
              <wa-dropdown-item value="duplicate"
                ><wa-icon slot="icon" name="copy"></wa-icon>${msg('Duplicate…')}</wa-dropdown-item
              >
              <wa-dropdown-item value="rename"
                ><wa-icon slot="icon" name="edit"></wa-icon>${msg('Rename…')}</wa-dropdown-item
              >
              ${
                session.scenarios.length > 1
                  ? html`<wa-divider></wa-divider
                      ><wa-dropdown-item value="delete" variant="danger"
                        ><wa-icon slot="icon" name="trash"></wa-icon>${msg('Delete…')}</wa-dropdown-item
                      >`
                  : nothing
              }`
          : nothing
      }
    </wa-dropdown>`;
  }
}

const nameOf = (session: StudySession, id: string): string => session.scenarios.find((s) => s.id === id)?.name ?? id;

async function act(session: StudySession, action: string): Promise<void> {
  const active = session.scenarios.find((s) => s.id === session.activeScenario);
  if (action.startsWith(CHOOSE)) session.selectScenario(action.slice(CHOOSE.length));
  else if (action === 'delete') await remove(session);
  else if (action === 'rename' && active) {
    const name = await askName(msg('Rename the scenario'), msg('Name'), active.name);
    if (name) session.editor.edit(msg('Rename the scenario'), (all) => renameScenario(all, active.id, name));
  } else if (action === 'new' || action === 'inherit' || action === 'duplicate') {
    const proposal = action === 'new' || !active ? msg('New scenario') : msg(str`${active.name}, changed`);
    const name = await askName(msg('Add a scenario'), msg('Name'), proposal);
    if (name) session.addScenario(name, action);
  }
}

async function remove(session: StudySession): Promise<void> {
  const id = session.activeScenario;
  const heirs = heirsOf(session.scenarios, id).map((s) => s.name);
  const text =
    heirs.length === 0
      ? msg('Undo brings it back.')
      : msg(str`${heirs.join(', ')} will keep what they take from it. Undo brings it back.`);
  const answer = await askChoice(msg(str`Delete “${nameOf(session, id)}”?`), text, [
    { value: 'delete', label: msg('Delete'), variant: 'danger' },
  ]);
  if (answer) session.deleteScenario(id);
}
