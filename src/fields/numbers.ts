/** Numbers as people type them: decimal comma or point, grouped thousands, full-width digits. */

/** The number a text says, or undefined. `1,234.5`, `1 234,5` and `0,5` are understood; `1,234` is one thousand two hundred …. */
export function readNumber(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s'’_]/g, '')
    .replace(/−/g, '-');
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  const standard = grouped ? plain.replace(/,/g, '') : plain.replace(/\.(?=.*,)/g, '').replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(standard)) return undefined;
  const value = Number(standard);
  return Number.isFinite(value) ? value : undefined;
}

/** The shortest text that reads back as the number to ten digits, without grouping, as it stands in an input. */
export const writeNumber = (value: number): string => String(Number(value.toPrecision(10)));
