const TITLES =
  /(?<![\p{L}\p{N}_])(?:dr|mr|mrs|ms|miss|mdm|madam|sir|dona|seu|ma[iî]tre|prof|herr|frau|m)(?![\p{L}\p{N}_])\.?/giu;

const partsOf = (name: string): string[] =>
  (
    name
      .replace(TITLES, ' ')
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .match(/[\p{L}\p{Nl}\p{No}]+/gu) ?? []
  ).filter((part) => [...part].length > 1);

/** Whether two names can be one person: one holds all of the other, or last name and first initial agree. */
export function samePerson(one: string, other: string): boolean {
  const a = partsOf(one);
  const b = partsOf(other);
  if (a.length === 0 || b.length === 0) return false;
  return (
    a.every((part) => b.includes(part)) ||
    b.every((part) => a.includes(part)) ||
    (a.at(-1) === b.at(-1) && [...(a[0] ?? '')][0] === [...(b[0] ?? '')][0])
  );
}
