/** A distribution: its type, its parameters with a shared unit, and a live picture of what they mean. */
import { localized, msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  distributionOf,
  distributions,
  issue,
  MS_PER_UNIT,
  settle,
  toMs,
  type DistributionDescriptor,
  type DistributionParam,
  type DistributionSpec,
  type ParamDescriptor,
  type TimeUnit,
} from '#simulation';
import { distributionHint, distributionLabel, paramLabel } from '../i18n/distribution-texts.ts';
import { issueText } from '../i18n/issues.ts';
import { choice } from './choice.ts';
import './distribution-preview.ts';
import { parseNumber, parseSpan } from '../format/index.ts';
import { dataChanged, FieldElement, sameData, type FieldChange } from './field-element.ts';
import { fieldStyles } from './field-styles.ts';
import { changeType } from './moments.ts';
import './number-field.ts';
import './quantity-field.ts';
import './table-field.ts';
import type { Columns, TextColumn } from './table-text.ts';
import { unitChoices } from './unit-names.ts';

/** Types that count events; they make no durations. */
const COUNTS = ['poisson', 'binomial'];

@localized()
@customElement('pf-distribution-field')
export class DistributionField extends FieldElement<DistributionSpec> {
  static override readonly styles = [
    fieldStyles,
    css`
      .params {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 6em), 1fr));
        gap: var(--wa-space-xs);
        align-items: start;
      }
      .head {
        display: grid;
        grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
        gap: var(--wa-space-xs);
      }
      .head > :only-child {
        grid-column: 1 / -1;
      }
      .hint {
        margin: 0;
      }
    `,
  ];

  @property({ attribute: false, hasChanged: dataChanged }) value: DistributionSpec | undefined;
  /** Values are plain numbers, not times. */
  @property({ type: Boolean }) plain = false;
  /** Unit proposed for a distribution that is not there yet. */
  @property({ attribute: 'default-unit' }) defaultUnit: TimeUnit = 'min';

  /** What is being typed, for the picture only. */
  @state() private draft: DistributionSpec | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('value')) this.draft = undefined;
  }

  override render(): TemplateResult {
    const spec = this.value;
    if (!spec) return this.renderAbsent();
    const descriptor = distributionOf(spec.type);
    return html`<div class="tight" role="group" aria-label=${this.label}>
      <div class="head">${this.renderType(spec)} ${this.plain ? nothing : this.renderUnit(spec)}</div>
      ${descriptor ? html`<p class="hint">${distributionHint(spec.type)}</p>` : nothing}
      ${descriptor ? this.renderParams(spec, descriptor) : nothing} ${this.renderFault(this.draft ?? spec)}
      <pf-distribution-preview .spec=${this.draft ?? spec} ?plain=${this.plain}></pf-distribution-preview>
      ${this.hint ? html`<p class="hint">${this.hint}</p>` : nothing}
    </div>`;
  }

  private renderAbsent(): TemplateResult {
    return choice({
      label: this.label,
      labelHidden: this.labelHidden,
      value: undefined,
      placeholder: msg('Not set: choose how it varies'),
      choices: this.choices(''),
      chosen: (type) => this.set(this.initial(type)),
    });
  }

  private renderType(spec: DistributionSpec): TemplateResult {
    return choice({
      label: this.label,
      labelHidden: this.labelHidden,
      value: spec.type,
      choices: this.choices(spec.type),
      chosen: (type) => this.set(changeType(spec, type, !this.plain)),
    });
  }

  private renderUnit(spec: DistributionSpec): TemplateResult {
    const unit = spec.unit ?? 'ms';
    return choice({
      label: msg('Unit'),
      labelHidden: this.labelHidden,
      value: unit,
      choices: unitChoices(unit),
      chosen: (next) => this.set({ ...spec, unit: next }),
    });
  }

  private renderParams(spec: DistributionSpec, descriptor: DistributionDescriptor): TemplateResult {
    const lists = descriptor.params.filter(isList);
    const numbers = descriptor.params.filter((param) => !isList(param));
    return html`${
      numbers.length > 0
        ? html`<div class="params">${numbers.map((param) => this.renderNumber(spec, param))}</div>`
        : nothing
    }
    ${lists.length > 0 ? this.renderLists(spec, lists) : nothing}`;
  }

  private renderNumber(spec: DistributionSpec, param: ParamDescriptor): TemplateResult {
    const given = spec.params[param.name];
    const value = typeof given === 'number' ? given : undefined;
    const label = paramLabel(spec.type, param.name);
    const changed = (event: FieldChange<number | undefined>): void =>
      this.set(withParam(spec, param.name, event.detail));
    const typed = (event: FieldChange<number | undefined>): void => {
      this.draft = withParam(spec, param.name, event.detail);
    };
    const required = !param.optional;
    if (param.quantity === 'probability')
      return html`<pf-percent-field
        label=${label}
        ?required=${required}
        .value=${value}
        @change=${changed}
        @draft=${typed}
      ></pf-percent-field>`;
    if (param.quantity === 'time' && !this.plain)
      return html`<pf-quantity-field
        label=${label}
        time-unit=${spec.unit ?? 'ms'}
        ?required=${required}
        .value=${value}
        @change=${changed}
        @draft=${typed}
      ></pf-quantity-field>`;
    return html`<pf-number-field
      label=${label}
      ?whole=${param.quantity === 'count'}
      ?required=${required}
      .value=${value}
      @change=${changed}
      @draft=${typed}
    ></pf-number-field>`;
  }

  /** All lists of a type stand side by side as the columns of one table. */
  private renderLists(spec: DistributionSpec, lists: readonly ParamDescriptor[]): TemplateResult {
    const columns = lists.map((param): TextColumn => ({ name: param.name, read: this.cellReader(spec, param) }));
    const value = Object.fromEntries(lists.map((param) => [param.name, listIn(spec, param.name)]));
    const label = lists.map((param) => paramLabel(spec.type, param.name)).join(' · ');
    const apply = (columnsRead: Columns | undefined): DistributionSpec => ({
      ...spec,
      params: { ...spec.params, ...columnsRead },
    });
    return html`<pf-table-field
      label=${label}
      required
      .columns=${columns}
      .value=${value}
      @change=${(event: FieldChange<Columns | undefined>) => this.set(apply(event.detail))}
      @draft=${(event: FieldChange<Columns | undefined>) => (this.draft = apply(event.detail))}
    ></pf-table-field>`;
  }

  private cellReader(spec: DistributionSpec, param: ParamDescriptor): (cell: string) => number | undefined {
    if (param.quantity === 'number-list')
      return (cell) => {
        const number = parseNumber(cell.replace(/%$/, ''));
        return number !== undefined && cell.endsWith('%') ? number / 100 : number;
      };
    if (this.plain) return parseNumber;
    return (cell) => {
      const span = parseSpan(cell);
      return parseNumber(cell) ?? (span ? toMs(span) / MS_PER_UNIT[spec.unit ?? 'ms'] : undefined);
    };
  }

  private renderFault(spec: DistributionSpec): TemplateResult | typeof nothing {
    const result = settle(spec, { time: !this.plain });
    if ('distribution' in result) return this.invalid ? html`<p class="invalid">${this.invalid}</p>` : nothing;
    const finding = issue('error', result.code, { id: this.label }, result.values);
    return html`<p class="invalid" role="alert">${issueText(finding)}</p>`;
  }

  private choices(current: string): readonly { value: string; label: string }[] {
    const offered = distributions.filter(({ type }) => type === current || this.plain || !COUNTS.includes(type));
    const known = offered.map(({ type }) => ({ value: type, label: distributionLabel(type) }));
    // A type of a newer file is shown as it is, so that nothing is lost by looking.
    return current && !distributionOf(current) ? [{ value: current, label: current }, ...known] : known;
  }

  private initial(type: string): DistributionSpec {
    const params = distributionOf(type)?.params.filter((param) => !param.optional) ?? [];
    return {
      type,
      params: Object.fromEntries(params.map((param) => [param.name, param.initial])),
      ...(this.plain ? {} : { unit: this.defaultUnit }),
    };
  }

  private set(spec: DistributionSpec): void {
    if (sameData(spec, this.value)) return;
    this.value = spec;
    this.commit(spec);
  }
}

const isList = (param: ParamDescriptor): boolean => param.quantity === 'time-list' || param.quantity === 'number-list';

function listIn(spec: DistributionSpec, name: string): readonly number[] {
  const list = spec.params[name];
  return typeof list === 'object' ? list : [];
}

function withParam(spec: DistributionSpec, name: string, value: DistributionParam | undefined): DistributionSpec {
  const others = Object.entries(spec.params).filter(([other]) => other !== name);
  return { ...spec, params: value === undefined ? Object.fromEntries(others) : { ...spec.params, [name]: value } };
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-distribution-field': DistributionField;
  }
}
