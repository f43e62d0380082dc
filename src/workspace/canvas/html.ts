import { escapeHtml } from '../http/escape-html.ts';
import type { Section } from '../state/model.ts';
import { kindOf } from './markdown.ts';

/**
 * A canvas as the HTML that its `url_private` answers: one element a section, under the section's id. Slack does not document it;
 * the marks that readers of it look for are kept (`class="line"`, `data-section-style` 5, 6 and 7 for bullets, numbers and checks).
 */
export function canvasHtml(sections: Section[]): string {
  return sections.map(({ id, markdown }) => sectionHtml(id, markdown)).join('\n');
}

function sectionHtml(id: string, markdown: string): string {
  const kind = kindOf(markdown);
  const mark = `id='${id}'`;
  switch (kind) {
    case 'h1':
    case 'h2':
    case 'h3':
      return `<${kind} ${mark}>${inline(markdown.replace(/^#+\s+/, ''))}</${kind}>`;
    case 'divider':
      return `<hr ${mark}/>`;
    case 'code':
      return `<pre ${mark}>${escapeHtml(
        markdown
          .split('\n')
          .slice(1)
          .join('\n')
          .replace(/\n?```\s*$/, ''),
      )}</pre>`;
    case 'quote':
      return `<blockquote ${mark}>${lines(markdown.replace(/^>\s?/gm, ''))}</blockquote>`;
    case 'table':
      return `<table ${mark}>${tableRows(markdown)}</table>`;
    case 'list':
      return listHtml(mark, markdown);
    case 'paragraph':
      return `<p ${mark} class='line'>${lines(markdown)}</p>`;
  }
}

/** Nested items follow their parent with their depth in `data-indent`. */
function listHtml(mark: string, markdown: string): string {
  const checks = /^\s*[-*+]\s+\[[ xX]\]\s/.test(markdown);
  const numbered = /^\s*\d/.test(markdown);
  const style = checks ? 7 : numbered ? 6 : 5;
  const tag = numbered ? 'ol' : 'ul';
  const items = markdown.split(/\n(?=[^\S\n]*(?:[-*+]|\d+[.)])\s)/).map((item) => {
    const [, space = '', box, text = ''] = /^(\s*)(?:[-*+]|\d+[.)])\s+(\[[ xX]\]\s+)?([\s\S]*)$/.exec(item) ?? [];
    const ticked = box !== undefined && /x/i.test(box) ? " class='checked'" : '';
    return `<li data-indent='${Math.floor(space.length / 2)}'${ticked}><span>${lines(text)}</span></li>`;
  });
  return `<div data-section-style='${style}'><${tag} ${mark}>${items.join('')}</${tag}></div>`;
}

function tableRows(markdown: string): string {
  const rows = markdown.split('\n').filter((line) => !/^[\s|:-]+$/.test(line));
  const cells = (row: string) =>
    row
      .trim()
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/);
  return rows
    .map(
      (row) =>
        `<tr>${cells(row)
          .map((cell) => `<td>${inline(cell.trim())}</td>`)
          .join('')}</tr>`,
    )
    .join('');
}

const lines = (text: string): string => text.split('\n').map(inline).join('<br/>');

/** No part of a match holds the beginning of another one, so a line is read once however many brackets stay open in it. */
const PICTURE = /!\[([^[\]]*)\]\(((?:(?!\]\()[^)])+)\)/g;
const LINK = /\[([^[\]]+)\]\(((?:(?!\]\()[^)])+)\)/g;

function inline(text: string): string {
  return escapeHtml(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/!\[\]\((@[UW][A-Z0-9]+|#C[A-Z0-9]+)\)/g, '<a>$1</a>')
    .replace(PICTURE, '<img src="$2" alt="$1"/>')
    .replace(LINK, '<a href="$2">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    .replace(/(?<![*\w])[*_]([^*_]+)[*_](?![*\w])/g, '<i>$1</i>')
    .replace(/~~([^~]+)~~/g, '<del>$1</del>');
}
