import { limits } from '../../platform/slack/index.ts';

/** Lines put together up to a section's length, so that none is cut in the middle of its link. */
export const packed = (lines: readonly string[]): string[] => {
  const parts: string[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last === undefined || last.length + line.length + 1 > limits.sectionText) parts.push(line);
    else parts[parts.length - 1] = `${last}\n${line}`;
  }
  return parts;
};
