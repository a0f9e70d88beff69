/** `<pf-design-tabs>`: the designs of the study; the active one has a menu, + adds another. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/divider/divider.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { askChoice, askName } from '../../app/ask.ts';
import { blankXml } from '../../app/new-study.ts';
import type { DesignTab } from '../../app/session.ts';
import type { StudySession } from '../../app/study-session.ts';
import { moveDesign } from '../../study/study.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import { chosen } from './chosen.ts';
import { menuStyles } from './menu-styles.ts';

@customElement('pf-design-tabs')
@localized()
export class DesignTabs extends LitElement {
  static override readonly styles = [
    menuStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 4px;
        overflow: hidden;
      }
      .tabs {
        display: flex;
        gap: 2px;
        align-self: stretch;
        min-inline-size: 0;
        overflow: auto hidden;
        scrollbar-width: none;
      }
      .tab {
        display: flex;
        align-items: center;
        border-block-end: 3px solid transparent;
        border-block-start: 3px solid transparent;
        min-inline-size: 0;
      }
      .tab.active {
        border-block-end-color: var(--colour, var(--wa-color-brand-border-loud));
      }
      button.label {
        all: unset;
        display: flex;
        align-items: center;
        gap: 6px;
        padding: 5px 8px;
        border-radius: var(--wa-border-radius-s);
        cursor: pointer;
        font-size: var(--wa-font-size-s);
        white-space: nowrap;
        color: var(--wa-color-text-quiet);
      }
      .active button.label {
        color: var(--wa-color-text-normal);
        font-weight: var(--wa-font-weight-semibold);
      }
      button.label:hover {
        background: var(--wa-color-neutral-fill-quiet);
      }
      button.label:focus-visible {
        outline: 2px solid var(--wa-color-focus);
        outline-offset: -2px;
      }
      .dot {
        inline-size: 8px;
        block-size: 8px;
        border-radius: 50%;
        background: var(--colour, var(--wa-color-neutral-border-loud));
      }
      .text {
        max-inline-size: 180px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      wa-button::part(base) {
        padding-inline: 4px;
      }
    `,
  ];

  private readonly controller = new WorkbenchController(this);

  /** A design is looked at on its diagram. */
  private choose(session: StudySession, id: string): void {
    void this.controller.workbench?.panels.showPage('design');
    void session.selectDesign(id);
  }

  override render(): TemplateResult {
    const session = this.controller.workbench?.session;
    if (!session) return html``;
    return html`
      <div
        class="tabs"
        role="tablist"
        aria-label=${msg('Designs')}
        @keydown=${(e: KeyboardEvent) => this.key(e, session)}
      >
        ${session.designs.map((design, i) => this.tab(session, design, i))}
      </div>
      ${this.menu(session)}
      <wa-dropdown @wa-select=${(event: Event) => void add(session, chosen(event))}>
        <wa-button slot="trigger" size="s" appearance="plain" title=${msg('Add a design')}>
          <wa-icon name="plus" label=${msg('Add a design')}></wa-icon>
        </wa-button>
        <wa-dropdown-item value="copy"
          ><wa-icon slot="icon" name="copy"></wa-icon>${msg('Copy of this design, to change it')}</wa-dropdown-item
        >
        <wa-dropdown-item value="blank"
          ><wa-icon slot="icon" name="file"></wa-icon>${msg('Blank design')}</wa-dropdown-item
        >
      </wa-dropdown>
    `;
  }

  private tab(session: StudySession, design: DesignTab, index: number): TemplateResult {
    const active = design.id === session.activeDesign;
    return html`<div class="tab ${active ? 'active' : ''}" style=${colourOf(index)} role="presentation">
      <button
        class="label"
        role="tab"
        aria-selected=${active}
        tabindex=${active ? 0 : -1}
        @click=${() => this.choose(session, design.id)}
        @dblclick=${() => void rename(session, design)}
      >
        <span class="dot"></span><span class="text">${design.name}</span>
      </button>
    </div>`;
  }

  private menu(session: StudySession): TemplateResult {
    const index = session.designs.findIndex((d) => d.id === session.activeDesign);
    const design = session.designs[index];
    if (!design) return html``;
    const last = session.designs.length - 1;
    return html`<wa-dropdown @wa-select=${(event: Event) => void act(session, design, chosen(event))}>
      <wa-button slot="trigger" size="s" appearance="plain" title=${msg(str`Design “${design.name}”`)}>
        <wa-icon name="chevron-down" label=${msg(str`Design “${design.name}”`)}></wa-icon>
      </wa-button>
      <wa-dropdown-item value="rename"><wa-icon slot="icon" name="edit"></wa-icon>${msg('Rename…')}</wa-dropdown-item>
      <wa-dropdown-item value="duplicate"
        ><wa-icon slot="icon" name="copy"></wa-icon>${msg('Duplicate')}</wa-dropdown-item
      >
      ${
        last > 0
          ? html`<wa-dropdown-item value="left" ?disabled=${index === 0}
                ><wa-icon slot="icon" name="arrow-left"></wa-icon>${msg('Move left')}</wa-dropdown-item
              >
              <wa-dropdown-item value="right" ?disabled=${index === last}
                ><wa-icon slot="icon" name="arrow-right"></wa-icon>${msg('Move right')}</wa-dropdown-item
              >
              <wa-divider></wa-divider>
              <wa-dropdown-item value="delete" variant="danger"
                ><wa-icon slot="icon" name="trash"></wa-icon>${msg('Delete…')}</wa-dropdown-item
              >`
          : nothing
      }
    </wa-dropdown>`;
  }

  /** Arrow keys walk the tabs, as in any tab list. */
  private key(event: KeyboardEvent, session: StudySession): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const index = session.designs.findIndex((d) => d.id === session.activeDesign) + by;
    const next = session.designs[index];
    if (by === 0 || !next) return;
    event.preventDefault();
    void session.selectDesign(next.id).then(async () => {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
    });
  }
}

/** The first two designs have the colours all charts give them. */
const colourOf = (index: number): string =>
  index === 0 ? '--colour:var(--pf-as-is)' : index === 1 ? '--colour:var(--pf-to-be)' : '';

async function add(session: StudySession, kind: string): Promise<void> {
  const name = session.designs.length === 1 ? msg('To-be') : msg('Design');
  await (kind === 'copy' ? session.duplicateDesign(name) : session.addDesign(name, blankXml()));
}

async function act(session: StudySession, design: DesignTab, action: string): Promise<void> {
  if (action === 'rename') await rename(session, design);
  else if (action === 'duplicate') await session.duplicateDesign(design.name);
  else if (action === 'left') session.edit(({ designs }) => ({ designs: moveDesign(designs, design.id, -1) }));
  else if (action === 'right') session.edit(({ designs }) => ({ designs: moveDesign(designs, design.id, 1) }));
  else if (action === 'delete') await remove(session, design);
}

async function rename(session: StudySession, design: DesignTab): Promise<void> {
  const name = await askName(msg('Rename the design'), msg('Name'), design.name);
  if (name) session.renameDesign(design.id, name);
}

async function remove(session: StudySession, design: DesignTab): Promise<void> {
  const answer = await askChoice(
    msg(str`Delete “${design.name}”?`),
    msg('Its diagram, scenarios and figures leave the study. This cannot be undone.'),
    [{ value: 'delete', label: msg('Delete'), variant: 'danger' }],
  );
  if (answer) await session.deleteDesign(design.id);
}
