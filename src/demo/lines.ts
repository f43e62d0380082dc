import { mayColour } from '../platform/config/index.ts';
import type { Done } from './hand-over.ts';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

const paint = (code: number, text: string): string =>
  process.stdout.isTTY && mayColour() ? `\u001b[${code}m${text}\u001b[0m` : text;

export const green = (text: string): string => paint(32, text);
export const red = (text: string): string => paint(31, text);
export const faint = (text: string): string => paint(2, text);

/** `✓ 08 Flags decided          23 of 23 · 4 by both sides  (6.1 s)`. */
export const stepLine = ({ number, title, onRecord, took }: Done): string =>
  `${green('✓')} ${String(number).padStart(2, '0')} ${title.padEnd(22)} ${onRecord}  ${faint(`(${seconds(took)})`)}`;

export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
