/** Prints the story: one page for each step with its title, its picture and its note. */

export interface StoryPage {
  readonly title: string;
  /** Second line: designs, scenario, time. */
  readonly place: string;
  readonly note: string;
  /** One for each design, as data URLs. */
  readonly pictures: readonly string[];
}

/** Opens the browser’s print dialog on the pages; they are taken away when it closes. */
export async function printStory(pages: readonly StoryPage[]): Promise<void> {
  const sheet = document.createElement('div');
  sheet.className = 'pf-print';
  sheet.append(...pages.map(pageOf));
  document.body.append(sheet);
  await Promise.all([...sheet.querySelectorAll('img')].map((image) => image.decode()));
  window.addEventListener(
    'afterprint',
    () => {
      sheet.remove();
    },
    { once: true },
  );
  window.print();
}

function pageOf({ title, place, note, pictures }: StoryPage): HTMLElement {
  const page = document.createElement('section');
  page.append(textIn('h1', title), textIn('p', place));
  for (const source of pictures) {
    const image = new Image();
    image.src = source;
    image.alt = '';
    page.append(image);
  }
  page.append(textIn('p', note));
  return page;
}

function textIn(tag: 'h1' | 'p', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
