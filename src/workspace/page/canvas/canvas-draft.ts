import type { PeopleCanvas } from '../../people/shapes.ts';

/** What somebody is writing: the whole canvas, or one section. `from` is the text they started from, `seen` the version. */
export interface CanvasDraft {
  scope: 'whole' | 'section';
  /** Where the section stood. Ids are new after every change, so the text and the place find it again. */
  index: number;
  from: string;
  text: string;
  seen: string;
}

/** The section that a draft is of, in the canvas as it stands: the one with the same text, nearest to where it was. -1 when it is gone or changed. */
export function sectionOf(canvas: PeopleCanvas, draft: CanvasDraft): number {
  const same = canvas.sections.flatMap((section, index) => (section.markdown === draft.from ? [index] : []));
  const nearest = same.sort((a, b) => Math.abs(a - draft.index) - Math.abs(b - draft.index))[0];
  return nearest ?? -1;
}

/** Whether somebody changed what is being written while it was being written. Another section's change disturbs nobody. */
export function isOverwritten(canvas: PeopleCanvas, draft: CanvasDraft): boolean {
  if (canvas.updated_at === draft.seen) return false;
  return draft.scope === 'whole' ? canvas.markdown !== draft.from : sectionOf(canvas, draft) < 0;
}

/** What stands there now in place of what the writer started from. */
export function standsNow(canvas: PeopleCanvas, draft: CanvasDraft): string {
  if (draft.scope === 'whole') return canvas.markdown;
  return canvas.sections[Math.min(draft.index, canvas.sections.length - 1)]?.markdown ?? '';
}

/** The arguments of `edit_canvas` for a draft; what stands there now is replaced, also when it is not what the writer started from. */
export function editOf(
  canvas: PeopleCanvas,
  draft: CanvasDraft,
): { markdown: string; section_id?: string; seen: string } {
  const seen = canvas.updated_at;
  if (draft.scope === 'whole') return { markdown: draft.text, seen };
  const found = sectionOf(canvas, draft);
  const section = canvas.sections[found >= 0 ? found : Math.min(draft.index, canvas.sections.length - 1)];
  return { markdown: draft.text, seen, ...(section ? { section_id: section.id } : {}) };
}
