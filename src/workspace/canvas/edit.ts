import { SlackError } from '../slack-error.ts';
import type { Canvas, Section } from '../state/model.ts';
import type { World } from '../state/world.ts';
import { kindOf, plainText, splitBlocks } from './markdown.ts';

type CanvasOperation =
  | 'insert_after'
  | 'insert_before'
  | 'insert_at_start'
  | 'insert_at_end'
  | 'replace'
  | 'delete'
  | 'rename';

export interface CanvasChange {
  operation: CanvasOperation;
  section_id?: string | undefined;
  document_content?: { markdown: string } | undefined;
  title_content?: { markdown: string } | undefined;
}

/** Applies one change. Section ids are new afterwards. Throws `canvas_editing_failed`. */
export function editCanvas(world: World, canvas: Canvas, change: CanvasChange): void {
  if (change.operation === 'rename') {
    if (!change.title_content?.markdown) throw failed('title_content is required for rename');
    canvas.title = change.title_content.markdown;
  } else {
    const odd =
      change.operation === 'replace' && change.section_id && world.quirks.has('canvas_replace_leaves_sibling');
    canvas.sections = renumber(world, edited(canvas, odd ? { ...change, operation: 'insert_after' } : change));
  }
  canvas.updated = world.clock.now();
  world.changes.tell({ type: 'canvas', canvas });
}

/** Sections for Markdown, each under a fresh id. */
export function toSections(world: World, markdown: string): Section[] {
  return renumber(world, splitBlocks(markdown));
}

export function toMarkdown(sections: Section[]): string {
  return sections.map((section) => section.markdown).join('\n\n');
}

export interface SectionCriteria {
  section_types?: string[] | undefined;
  contains_text?: string | undefined;
}

export function findSections(canvas: Canvas, criteria: SectionCriteria): Section[] {
  const wanted = criteria.contains_text?.toLowerCase();
  return canvas.sections.filter((section) => {
    const kind = kindOf(section.markdown);
    const types = criteria.section_types;
    if (types && !types.includes(kind) && !(types.includes('any_header') && /^h\d$/.test(kind))) return false;
    return wanted === undefined || plainText(section.markdown).toLowerCase().includes(wanted);
  });
}

function edited(canvas: Canvas, change: CanvasChange): string[] {
  const current = canvas.sections.map((section) => section.markdown);
  const fresh = change.operation === 'delete' ? [] : blocksOf(change);
  if (change.operation === 'insert_at_start') return [...fresh, ...current];
  if (change.operation === 'insert_at_end') return [...current, ...fresh];
  if (change.operation === 'replace' && change.section_id === undefined) return fresh;
  const at = canvas.sections.findIndex((section) => section.id === change.section_id);
  if (at < 0) throw failed(change.section_id === undefined ? 'section_id is required' : 'section not found');
  const from = change.operation === 'insert_after' ? at + 1 : at;
  const removed = change.operation === 'replace' || change.operation === 'delete' ? 1 : 0;
  return current.toSpliced(from, removed, ...fresh);
}

function blocksOf(change: CanvasChange): string[] {
  if (!change.document_content) throw failed('document_content is required');
  try {
    return splitBlocks(change.document_content.markdown);
  } catch (error) {
    if (error instanceof SlackError) throw failed(String(error.extra.detail));
    throw error;
  }
}

function renumber(world: World, blocks: string[]): Section[] {
  return blocks.map((markdown) => ({ id: `temp:C:${world.ids.secret(13)}`, markdown }));
}

function failed(detail: string): SlackError {
  return new SlackError('canvas_editing_failed', { detail });
}
