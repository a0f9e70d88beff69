/** A report as a Word document. A package of its own size: import this file only when somebody asks for one. */
import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx';
import type { Cell, FigureTable } from '../charts/figure-table.ts';
import { pngFile, sizeOf } from '../exporters/picture.ts';
import type { Block, Picture, Report } from './report.ts';

/** Pixels between the margins of an A4 page, at 96 to the inch. */
const PAGE_WIDTH = 600;

/** The whole file. */
export async function wordReport({ title, subtitle, language, blocks }: Report): Promise<Blob> {
  const body = await Promise.all(blocks.map(blockParts));
  return Packer.toBlob(
    new Document({
      title,
      description: subtitle,
      creator: 'Preflight',
      styles: { default: { document: { run: { size: 21, language: { value: language, eastAsia: language } } } } },
      sections: [
        {
          children: [
            new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
            new Paragraph({ children: [quiet(subtitle)] }),
            ...body.flat(),
          ],
        },
      ],
    }),
  );
}

async function blockParts(block: Block): Promise<readonly (Paragraph | Table)[]> {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1 })];
    case 'lead':
      return [new Paragraph({ children: [strong(block.text, 26)] })];
    case 'text':
      return [new Paragraph({ text: block.text })];
    case 'list':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    case 'table':
      return tableParts(block.table);
    case 'picture':
      return pictureParts(block);
  }
}

async function pictureParts({ svg, title, caption, alt }: Picture): Promise<readonly Paragraph[]> {
  const { width, height } = sizeOf(svg);
  const scale = Math.min(1, PAGE_WIDTH / width);
  const data = new Uint8Array(await (await pngFile(svg)).arrayBuffer());
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_2, keepNext: true }),
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: 'png',
          data,
          transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
          altText: { name: title, title, description: alt },
        }),
      ],
    }),
    new Paragraph({ children: [quiet(caption)] }),
  ];
}

function tableParts({ caption, columns, rows }: FigureTable): readonly (Paragraph | Table)[] {
  const cell = (children: readonly TextRun[], at: number): TableCell =>
    new TableCell({
      children: [
        new Paragraph({
          alignment: columns[at]?.numeric ? AlignmentType.END : AlignmentType.START,
          children: [...children],
        }),
      ],
    });
  const said = ({ text, interval }: Cell): readonly TextRun[] => [
    new TextRun({ text, size: 18 }),
    ...(interval ? [quiet(` ${interval}`)] : []),
  ];
  return [
    new Paragraph({ keepNext: true, children: [quiet(caption)] }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({
          tableHeader: true,
          children: columns.map(({ label }, i) => cell([strong(label, 18)], i)),
        }),
        ...rows.map(
          ({ cells }) => new TableRow({ cantSplit: true, children: cells.map((one, i) => cell(said(one), i)) }),
        ),
      ],
    }),
    new Paragraph({ text: '' }),
  ];
}

const quiet = (text: string): TextRun => new TextRun({ text, size: 17, color: '565B66' });

function strong(text: string, size: number): TextRun {
  const options: IRunOptions = { text, size, bold: true };
  return new TextRun(options);
}
