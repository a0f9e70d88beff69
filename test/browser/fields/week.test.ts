import { expect } from 'chai';
import '../../../src/fields/rate-profile-field.ts';
import '../../../src/fields/week-calendar-field.ts';
import type { OpeningHours } from '../../../src/fields/week-calendar-field.ts';
import { button, changesOf, choose, clear, deep, enter, input, menu, mount, one, press, settled } from './drive.ts';

afterEach(clear);

const cellAt = (field: Element, day: number, column: number, columns = 48): HTMLElement => {
  const cell = deep(field, '[role="gridcell"]')[(day - 1) * columns + column];
  if (!cell) throw new Error(`no cell <${day}:${column}>`);
  return cell;
};

/** Drags from the middle of one cell to the middle of another. */
async function drag(from: HTMLElement, to: HTMLElement): Promise<void> {
  const at = (cell: HTMLElement): PointerEventInit => {
    const box = cell.getBoundingClientRect();
    return {
      clientX: box.left + box.width / 2,
      clientY: box.top + box.height / 2,
      bubbles: true,
      composed: true,
      cancelable: true,
      button: 0,
      buttons: 1,
      pointerId: 1,
      isPrimary: true,
    };
  };
  from.dispatchEvent(new PointerEvent('pointerdown', at(from)));
  await settled();
  to.dispatchEvent(new PointerEvent('pointermove', at(to)));
  await settled();
  to.dispatchEvent(new PointerEvent('pointerup', at(to)));
  await settled();
}

describe('a week painted as opening hours', () => {
  const closed: OpeningHours = { rules: [], holidays: [] };
  // A synthetic pointer cannot be captured.
  const capture = Element.prototype.setPointerCapture;
  before(() => {
    Element.prototype.setPointerCapture = () => undefined;
  });
  after(() => {
    Element.prototype.setPointerCapture = capture;
  });
  const rules = (changes: readonly unknown[]): readonly unknown[] => (changes as OpeningHours[]).map((c) => c.rules);

  it('opens a block with one drag and closes it with another', async () => {
    const field = await mount('pf-week-calendar-field', { label: 'Hours', value: closed });
    const changes = changesOf(field);
    await drag(cellAt(field, 1, 18), cellAt(field, 5, 33));
    await drag(cellAt(field, 1, 24), cellAt(field, 5, 25));
    expect(rules(changes)).to.deep.equal([
      [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }],
      [
        { days: [1, 2, 3, 4, 5], from: 540, to: 720 },
        { days: [1, 2, 3, 4, 5], from: 780, to: 1020 },
      ],
    ]);
  });

  it('is painted with the keyboard alone', async () => {
    const field = await mount('pf-week-calendar-field', { label: 'Hours', value: closed });
    const changes = changesOf(field);
    const grid = one(field, '[role="grid"]');
    expect(one(field, '[role="gridcell"][tabindex="0"]').getAttribute('aria-label')).to.equal(
      'Mon 09:00 to 09:30: closed',
    );
    await press(grid, 'ArrowDown');
    await press(grid, 'ArrowRight', { shiftKey: true });
    await press(grid, 'ArrowDown', { shiftKey: true });
    await press(grid, ' ');
    expect(rules(changes)).to.deep.equal([[{ days: [2, 3], from: 540, to: 600 }]]);
  });

  it('is painted with a share of the time, by mouse and by keyboard; the same share again closes', async () => {
    const value: OpeningHours = { rules: [{ days: [1], from: 540, to: 1020 }], holidays: [] };
    const field = await mount('pf-week-calendar-field', { label: 'Hours', value });
    const changes = changesOf(field);
    await enter(input(field, 'Paint with'), '60');
    expect(changes).to.deep.equal([]);
    await drag(cellAt(field, 1, 28), cellAt(field, 1, 33));
    const grid = one(field, '[role="grid"]');
    await press(grid, 'ArrowRight');
    await press(grid, ' ');
    const shared = { days: [1], from: 840, to: 1050, share: 0.6 };
    expect(rules(changes).at(-1)).to.deep.equal([{ days: [1], from: 540, to: 840 }, shared]);
    expect(cellAt(field, 1, 30).getAttribute('aria-label')).to.equal('Mon 15:00 to 15:30: 60 % of the time');
    expect(one(field, '.sum').textContent).to.equal('8.5 hours a week, 7.1 for this process');
    await press(grid, ' ');
    expect(rules(changes).at(-1)).to.deep.equal([
      { days: [1], from: 540, to: 840 },
      { ...shared, to: 1020 },
    ]);
  });

  it('takes a share typed beside the hours; none at all takes the hours away', async () => {
    const value: OpeningHours = { rules: [{ days: [1], from: 540, to: 1020 }], holidays: [] };
    const field = await mount('pf-week-calendar-field', { label: 'Hours', value });
    const changes = changesOf(field);
    await enter(input(field, 'Time for this process'), '25');
    await enter(input(field, 'Time for this process'), '100');
    await enter(input(field, 'Time for this process'), '0');
    expect(rules(changes)).to.deep.equal([
      [{ days: [1], from: 540, to: 1020, share: 0.25 }],
      [{ days: [1], from: 540, to: 1020 }],
      [],
    ]);
  });

  it('gives a block up with Escape', async () => {
    const field = await mount('pf-week-calendar-field', { label: 'Hours', value: closed });
    const changes = changesOf(field);
    const grid = one(field, '[role="grid"]');
    await press(grid, 'ArrowRight', { shiftKey: true });
    await press(grid, 'Escape');
    expect(deep(field, '.marked')).to.deep.equal([]);
    expect(changes).to.deep.equal([]);
  });

  it('keeps typed minutes', async () => {
    const value: OpeningHours = { rules: [{ days: [1], from: 540, to: 1020 }], holidays: [] };
    const field = await mount('pf-week-calendar-field', { label: 'Hours', value });
    const changes = changesOf(field);
    await enter(input(field, 'From'), '8:37');
    expect(rules(changes)).to.deep.equal([[{ days: [1], from: 517, to: 1020 }]]);
    expect(cellAt(field, 1, 17).getAttribute('aria-label')).to.contain('partly open');
  });

  it('takes a preset, keeps holidays and copies a day', async () => {
    const value: OpeningHours = { rules: [{ days: [6], from: 600, to: 720 }], holidays: [{ date: '2026-02-17' }] };
    const field = await mount('pf-week-calendar-field', { label: 'Hours', value });
    const changes = changesOf(field);
    await choose(menu(field, 'Copy a day to all other working days'), '6');
    button(field, '24/7').click();
    expect(changes).to.deep.equal([
      { rules: [{ days: [1, 2, 3, 4, 5, 6], from: 600, to: 720 }], holidays: [{ date: '2026-02-17' }] },
      { rules: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440 }], holidays: [{ date: '2026-02-17' }] },
    ]);
  });

  it('paints rates with the brush and adds up the week', async () => {
    const field = await mount('pf-rate-profile-field', { label: 'Rates', value: [] });
    const changes = changesOf(field);
    await enter(input(field, 'Brush'), '6');
    await drag(cellAt(field, 1, 9, 24), cellAt(field, 2, 10, 24));
    expect(changes).to.deep.equal([[{ days: [1, 2], from: 540, to: 660, perHour: 6 }]]);
    expect(one(field, '.sum').textContent).to.equal('24 cases a week');
  });
});
