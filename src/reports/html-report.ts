/** A report as one HTML file that needs nothing else, with a layout for paper. */
import { svgFile } from '../exporters/picture.ts';
import type { FigureTable, Row } from '../charts/figure-table.ts';
import type { Block, Picture, Report } from './report.ts';

/** The whole file as text. */
export async function htmlReport({ title, subtitle, language, blocks }: Report): Promise<string> {
  const body = await Promise.all(blocks.map(blockHtml));
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header><h1>${escape(title)}</h1><p>${escape(subtitle)}</p></header>
${body.join('\n')}
</main>
</body>
</html>
`;
}

async function blockHtml(block: Block): Promise<string> {
  switch (block.type) {
    case 'heading':
      return `<h2>${escape(block.text)}</h2>`;
    case 'lead':
      return `<p class="lead">${escape(block.text)}</p>`;
    case 'text':
      return `<p>${escape(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
    case 'table':
      return tableHtml(block.table);
    case 'picture':
      return pictureHtml(block);
  }
}

/** A picture is an image of its own, so that nothing in one drawing meets a name of another. */
async function pictureHtml({ svg, title, caption, alt }: Picture): Promise<string> {
  const bytes = new Uint8Array(await svgFile(svg).arrayBuffer());
  const text = bytes.reduce((all, byte) => all + String.fromCharCode(byte), '');
  return `<figure><h3>${escape(title)}</h3><img alt="${escape(alt)}" src="data:image/svg+xml;base64,${btoa(text)}"><figcaption>${escape(caption)}</figcaption></figure>`;
}

function tableHtml({ caption, columns, rows }: FigureTable): string {
  const align = (i: number): string => (columns[i]?.numeric ? ' class="number"' : '');
  const row = ({ cells }: Row): string =>
    cells
      .map(({ text, interval }, i) => {
        const said = `${escape(text)}${interval ? ` <small>${escape(interval)}</small>` : ''}`;
        return i === 0 ? `<th scope="row">${said}</th>` : `<td${align(i)}>${said}</td>`;
      })
      .join('');
  return `<table><caption>${escape(caption)}</caption><thead><tr>${columns
    .map(({ label }, i) => `<th scope="col"${align(i)}>${escape(label)}</th>`)
    .join('')}</tr></thead><tbody>${rows.map((one) => `<tr>${row(one)}</tr>`).join('')}</tbody></table>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1b1e24; font: 14px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
main { max-width: 1000px; margin: 0 auto; padding: 32px 24px; }
h1 { margin: 0; font-size: 28px; line-height: 1.25; }
header p, figcaption, caption, small { color: #565b66; }
h2 { margin: 36px 0 8px; padding-top: 12px; border-top: 1px solid #d8dbe2; font-size: 20px; }
h3 { margin: 0 0 6px; font-size: 14px; }
p, ul { margin: 8px 0; overflow-wrap: anywhere; }
.lead { font-size: 18px; font-weight: 600; }
figure { margin: 20px 0; }
figure img { max-width: 100%; height: auto; }
figcaption, caption, small { font-size: 12px; }
table { width: 100%; margin: 12px 0; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { padding: 4px 0; text-align: start; }
th, td { padding: 4px 10px 4px 0; border-bottom: 1px solid #e4e6eb; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 400; }
thead th { font-weight: 600; }
.number { text-align: end; }
@page { margin: 16mm; }
@media print {
  main { max-width: none; padding: 0; }
  body { font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  figure, tr { break-inside: avoid; }
  thead { display: table-header-group; }
}
`;
