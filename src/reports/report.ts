/** What a report is made of, whatever file it becomes. */
import type { FigureTable } from '../charts/figure-table.ts';

export interface Report {
  readonly title: string;
  /** One line under the title: what and when. */
  readonly subtitle: string;
  /** BCP 47 tag of its texts. */
  readonly language: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'lead' | 'text'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'table'; readonly table: FigureTable }
  | Picture;

export interface Picture {
  readonly type: 'picture';
  /** In the colours of paper. */
  readonly svg: SVGSVGElement;
  readonly title: string;
  readonly caption: string;
  /** For those who do not see it. */
  readonly alt: string;
}
