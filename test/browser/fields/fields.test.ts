import { expect } from 'chai';
import { distributions, type DistributionSpec, type Formula, type ResourceNeed, type Span } from '#simulation';
import '../../../src/fields/distribution-field.ts';
import '../../../src/fields/duration-field.ts';
import '../../../src/fields/formula-field.ts';
import '../../../src/fields/limit-field.ts';
import '../../../src/fields/number-field.ts';
import '../../../src/fields/resources-field.ts';
import type { NewPool } from '../../../src/fields/resources-field.ts';
import '../../../src/fields/shares-field.ts';
import type { BranchShare } from '../../../src/fields/shares-field.ts';
import {
  button,
  changesOf,
  choose,
  clear,
  deep,
  enter,
  input,
  menu,
  mount,
  one,
  press,
  settled,
  type,
} from './drive.ts';

afterEach(clear);

describe('a duration field', () => {
  const given: Span = { value: 2, unit: 'h' };

  it('reads what people type and says how it understood it', async () => {
    const field = await mount('pf-duration-field', { label: 'Limit', value: given });
    const changes = changesOf(field);
    await enter(one(field, 'input'), '1h 30m');
    expect(changes).to.deep.equal([{ value: 90, unit: 'min' }]);
    expect(one(field, '.understood').textContent).to.equal('1 h 30 min');
  });

  it('takes a bare number in its unit, and Chinese', async () => {
    const field = await mount('pf-duration-field', { label: 'Limit', value: given });
    const changes = changesOf(field);
    await enter(one(field, 'input'), '3');
    await enter(one(field, 'input'), '２ 个工作日');
    expect(changes).to.deep.equal([
      { value: 3, unit: 'h' },
      { value: 2, unit: 'workday' },
    ]);
  });

  it('commits nothing while typing, and nothing it cannot read', async () => {
    const field = await mount('pf-duration-field', { label: 'Limit', value: given });
    const changes = changesOf(field);
    const box = one(field, 'input');
    await type(box, '90 mi');
    expect(changes).to.deep.equal([]);
    await enter(box, 'soon');
    expect(changes).to.deep.equal([]);
    expect(box.getAttribute('aria-invalid')).to.equal('true');
    expect(one(field, '.invalid').textContent).to.contain('90 min');
    expect(box.value).to.equal('soon');
  });

  it('takes the typing back with Escape', async () => {
    const field = await mount('pf-duration-field', { label: 'Limit', value: given });
    const box = one(field, 'input');
    await type(box, '99');
    await press(box, 'Escape');
    expect(box.value).to.equal('2 h');
  });

  it('follows an undo from outside', async () => {
    const field = await mount('pf-duration-field', { label: 'Limit', value: given });
    const box = one(field, 'input');
    await enter(box, '5 h');
    field.value = given;
    await settled();
    expect(box.value).to.equal('2 h');
  });

  it('keeps what is being typed when the same value is given again', async () => {
    const field = await mount('pf-duration-field', { label: 'Limit', value: given });
    const box = one(field, 'input');
    await type(box, '2 ho');
    field.value = { ...given };
    await settled();
    expect(box.value).to.equal('2 ho');
  });
});

describe('a percent field', () => {
  it('shows percent and keeps a share', async () => {
    const field = await mount('pf-percent-field', { label: 'Target', value: 0.95 });
    const changes = changesOf(field);
    expect(one(field, 'input').value).to.equal('95');
    await enter(one(field, 'input'), '97,5 %');
    await enter(one(field, 'input'), '120');
    expect(changes).to.deep.equal([0.975]);
    expect(one(field, '.invalid').textContent).to.contain('0 to 100');
  });
});

describe('a distribution field', () => {
  const value: DistributionSpec = { type: 'normal', params: { mean: 10, sd: 2 }, unit: 'min' };

  it('offers every distribution of the registry but counts', async () => {
    const field = await mount('pf-distribution-field', { label: 'Work time', value });
    const offered = deep(menu(field, 'Work time'), 'wa-option').length;
    expect(offered).to.equal(distributions.length - 2);
  });

  it('commits a parameter, converting a duration of another unit', async () => {
    const field = await mount('pf-distribution-field', { label: 'Work time', value });
    const changes = changesOf(field);
    await enter(input(field, 'Mean'), '1 h');
    expect(changes).to.deep.equal([{ ...value, params: { mean: 60, sd: 2 } }]);
  });

  it('draws while one types, before anything is committed', async () => {
    const field = await mount('pf-distribution-field', { label: 'Work time', value });
    const changes = changesOf(field);
    await type(input(field, 'Mean'), '20');
    expect(one(field, 'pf-distribution-preview').shadowRoot?.textContent).to.contain('Mean 20 min');
    expect(changes).to.deep.equal([]);
  });

  it('keeps mean and spread when the type changes', async () => {
    const field = await mount('pf-distribution-field', { label: 'Work time', value });
    const changes = changesOf(field);
    await choose(menu(field, 'Work time'), 'lognormal');
    expect(changes).to.deep.equal([{ type: 'lognormal', params: { mean: 10, sd: 2 }, unit: 'min' }]);
  });

  it('says when cutting at 0 moves the mean', async () => {
    const wide = { ...value, params: { mean: 10, sd: 10 } };
    const field = await mount('pf-distribution-field', { label: 'Work time', value: wide });
    expect(one(field, '.cut').textContent).to.match(/Cut at 0: the mean becomes 1\d min.* instead of 10 min/);
  });

  it('says what is wrong with the parameters', async () => {
    const upside = { type: 'uniform', params: { min: 20, max: 5 }, unit: 'min' };
    const field = await mount('pf-distribution-field', { label: 'Work time', value: upside });
    expect(one(field, '.invalid').textContent).to.match(/\w+/);
  });

  it('reads columns pasted from a spreadsheet', async () => {
    const empirical: DistributionSpec = { type: 'user-discrete', params: { values: [5], weights: [1] }, unit: 'min' };
    const field = await mount('pf-distribution-field', { label: 'Work time', value: empirical });
    const changes = changesOf(field);
    await enter(one(field, 'textarea'), '10\t60%\n1 h\t40%');
    expect(changes).to.deep.equal([{ ...empirical, params: { values: [10, 60], weights: [0.6, 0.4] } }]);
  });
});

describe('a shares field', () => {
  const value: readonly BranchShare[] = [
    { id: 'a', label: 'repair', share: 0.5 },
    { id: 'b', label: 'refund', share: 0.3 },
    { id: 'c', label: 'reject', share: 0.2 },
  ];
  const shares = (changes: readonly unknown[]): readonly number[][] =>
    (changes as (readonly BranchShare[])[]).map((change) => change.map(({ share }) => share));
  const thumb = (field: Element, index: number): HTMLElement => {
    const found = deep(field, 'wa-slider')[index]?.shadowRoot?.querySelector<HTMLElement>('[role="slider"]');
    if (!found) throw new Error(`no slider <${index}>`);
    return found;
  };

  it('takes from the others when a share is typed', async () => {
    const field = await mount('pf-shares-field', { label: 'Branches', value });
    const changes = changesOf(field);
    await enter(input(field, 'Share of repair'), '75');
    expect(shares(changes)).to.deep.equal([[0.75, 0.15, 0.1]]);
  });

  it('makes one change of one drag, and shows the figures on the way', async () => {
    const field = await mount('pf-shares-field', { label: 'Branches', value });
    const changes = changesOf(field);
    const slider = deep(field, 'wa-slider')[0];
    const track = slider?.shadowRoot?.querySelector('#slider') ?? thumb(field, 0);
    const box = track.getBoundingClientRect();
    const at = (x: number): PointerEventInit => ({
      clientX: box.left + box.width * x,
      clientY: box.top + box.height / 2,
      bubbles: true,
      composed: true,
      cancelable: true,
      button: 0,
      buttons: 1,
      pointerType: 'mouse',
    });
    track.dispatchEvent(new PointerEvent('pointerdown', at(0.5)));
    for (const x of [0.55, 0.65, 0.75, 0.8]) {
      document.dispatchEvent(new PointerEvent('pointermove', at(x)));
      await settled();
    }
    expect(changes).to.deep.equal([]);
    expect(input(field, 'Share of repair').value).to.equal('80');
    document.dispatchEvent(new PointerEvent('pointerup', at(0.8)));
    await settled();
    expect(shares(changes)).to.deep.equal([[0.8, 0.12, 0.08]]);
  });

  it('makes one change of one held arrow key', async () => {
    const field = await mount('pf-shares-field', { label: 'Branches', value });
    const changes = changesOf(field);
    const handle = thumb(field, 0);
    for (let i = 0; i < 5; i++) {
      handle.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true, repeat: i > 0 }),
      );
      await settled();
    }
    expect(changes).to.deep.equal([]);
    handle.dispatchEvent(new KeyboardEvent('keyup', { key: 'ArrowRight', bubbles: true, composed: true }));
    await settled();
    expect(shares(changes)).to.deep.equal([[0.55, 0.27, 0.18]]);
  });

  it('leaves a locked share alone', async () => {
    const field = await mount('pf-shares-field', { label: 'Branches', value });
    const changes = changesOf(field);
    button(field, 'Keep refund at its share').click();
    await settled();
    await enter(input(field, 'Share of repair'), '60');
    expect(shares(changes)).to.deep.equal([[0.6, 0.3, 0.1]]);
  });

  it('splits equally', async () => {
    const field = await mount('pf-shares-field', { label: 'Branches', value });
    const changes = changesOf(field);
    button(field, 'Split equally').click();
    expect(shares(changes)).to.deep.equal([[0.3334, 0.3333, 0.3333]]);
  });

  it('lets each chance stand alone at an inclusive gateway', async () => {
    const field = await mount('pf-shares-field', { label: 'Branches', value, independent: true });
    const changes = changesOf(field);
    await enter(input(field, 'Share of repair'), '90');
    expect(shares(changes)).to.deep.equal([[0.9, 0.3, 0.2]]);
  });
});

describe('a resources field', () => {
  const pools = [
    { id: 'Agents', name: 'Service agent', staffing: [{ capacity: 2 }] },
    { id: 'Engineers', name: 'Quality engineer', staffing: [{ capacity: 1 }] },
  ];
  const value: readonly (readonly ResourceNeed[])[] = [[{ pool: 'Agents', units: 1 }]];

  it('needs people together, or others instead', async () => {
    const field = await mount('pf-resources-field', { label: 'Who', pools, value });
    const changes = changesOf(field);
    button(field, 'and also').click();
    await settled();
    button(field, 'or instead').click();
    await settled();
    expect(changes.at(-1)).to.deep.equal([
      [
        { pool: 'Agents', units: 1 },
        { pool: 'Engineers', units: 1 },
      ],
      [{ pool: 'Agents', units: 1 }],
    ]);
  });

  it('changes how many, and removes the last one', async () => {
    const field = await mount('pf-resources-field', { label: 'Who', pools, value });
    const changes = changesOf(field);
    await enter(input(field, 'How many'), '2');
    button(field, 'Remove Service agent').click();
    expect(changes).to.deep.equal([[[{ pool: 'Agents', units: 2 }]], []]);
  });

  it('asks for a new pool and says where it goes', async () => {
    const field = await mount('pf-resources-field', { label: 'Who', pools: [], value: [] });
    const asked: NewPool[] = [];
    field.addEventListener('new-pool', (event) => {
      if (event instanceof CustomEvent) asked.push(event.detail as NewPool);
    });
    button(field, 'Add people').click();
    await settled();
    await enter(input(field, 'Name of the new pool'), 'Clerk');
    expect(asked.map(({ name }) => name)).to.deep.equal(['Clerk']);
    expect(asked[0]?.needs('Pool_1')).to.deep.equal([[{ pool: 'Pool_1', units: 1 }]]);
  });
});

describe('a formula field', () => {
  const caseAttributes = [
    { name: 'grade', type: 'category', values: [{ value: 'urgent', share: 1 }] },
    { name: 'amount', type: 'number', distribution: { type: 'constant', params: { value: 1 } } },
  ];

  it('reads a condition into a tree', async () => {
    const field = await mount('pf-formula-field', { label: 'Only', caseAttributes });
    const changes = changesOf(field);
    await enter(one(field, 'input'), 'amount > 1000');
    expect((changes as Formula[])[0]?.tree).to.deep.equal({
      type: 'binary',
      operator: '>',
      left: { type: 'attribute', name: 'amount' },
      right: { type: 'number', value: 1000 },
    });
  });

  it('says what it cannot read and where', async () => {
    const field = await mount('pf-formula-field', { label: 'Only', caseAttributes });
    const changes = changesOf(field);
    await enter(one(field, 'input'), 'amount > for x in y return z');
    expect(changes).to.deep.equal([]);
    expect(one(field, '.invalid').textContent).to.match(/Cannot read|Type a comparison/);
  });

  it('offers attributes and their values', async () => {
    const field = await mount('pf-formula-field', { label: 'Only', caseAttributes });
    const changes = changesOf(field);
    button(field, 'grade = "urgent"').click();
    await settled();
    expect((changes as Formula[]).map(({ text }) => text)).to.deep.equal(['grade = "urgent"']);
  });

  it('wonders about an attribute nobody defined', async () => {
    const field = await mount('pf-formula-field', { label: 'Only', caseAttributes });
    await enter(one(field, 'input'), 'grdae = "urgent"');
    expect(one(field, '.caution').textContent).to.contain('grdae');
  });
});

describe('a limit field', () => {
  it('drops the calendar with the working-time clock', async () => {
    const value = { limit: { value: 5, unit: 'workday' }, clock: 'business', calendar: 'Office' };
    const calendars = [{ id: 'Office', name: 'Office hours', rules: [] }];
    const field = await mount('pf-limit-field', { label: 'Within', value, calendars });
    const changes = changesOf(field);
    await choose(menu(field, 'Counted in'), 'calendar');
    expect(changes).to.deep.equal([{ limit: { value: 5, unit: 'workday' }, clock: 'calendar' }]);
  });
});
