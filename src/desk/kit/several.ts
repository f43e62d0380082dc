import { plural } from './text.ts';

/** Several missing things of a kind in one phrase; null for a kind of which there is only ever one. `code` is a `MissingCode`. */
export const several = (code: string, count: number): string | null => {
  switch (code) {
    case 'input':
      return plural(count, 'input');
    case 'flag':
      return `${plural(count, 'flag')} to decide`;
    case 'question':
      return `${plural(count, 'open question')} that ${count === 1 ? 'blocks' : 'block'} kickoff`;
    case 'change_order':
      return `${plural(count, 'change order')} to settle`;
    default:
      return null;
  }
};
