import { and, asc, eq, gte, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { FoundPassage } from '../analysis/answering/index.ts';
import { Passage } from '../handoff/source.ts';
import { all, type Read, raw } from '../platform/store/index.ts';
import { passages } from './tables.ts';

const Hit = z.object({ source_id: z.string(), position: z.number(), body: z.string() });

/** As the index is told: each word a quoted string, so that nothing in it is query syntax. */
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

const mostWords = 64;

/** How many passages before one are given with it. */
const reach = 8;

/**
 * A handoff's passages that hold any of the words, by bm25, best first, at most `limit`; each with what stands before it. Of another
 * handoff it finds nothing. No words: nothing.
 */
export const searchPassages = (
  read: Read,
  handoffId: string,
  words: readonly string[],
  limit = 150,
): FoundPassage[] => {
  const wanted = words.filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(0, mostWords);
  if (wanted.length === 0) return [];
  const query = `handoff : ${quoted(handoffId)} AND words : (${wanted.map(quoted).join(' OR ')})`;
  const rows = raw(
    read,
    sql`SELECT p.source_id, p.position, p.body FROM passage_search
      JOIN passage_places a ON a.place = passage_search.rowid
      JOIN passages p ON p.handoff_id = a.handoff_id AND p.source_id = a.source_id AND p.position = a.position
      WHERE passage_search MATCH ${query} AND a.handoff_id = ${handoffId}
      ORDER BY bm25(passage_search, 0, 1), p.source_id, p.position LIMIT ${limit}`,
  ).map((row) => Hit.parse(row));
  return rows.map(({ source_id, position, body }) => ({
    source: source_id,
    position,
    passage: Passage.parse(JSON.parse(body)),
    before: before(read, handoffId, source_id, position),
  }));
};

const before = (read: Read, handoffId: string, source: string, position: number): Passage[] =>
  all(
    read
      .select({ body: passages.body })
      .from(passages)
      .where(
        and(
          eq(passages.handoffId, handoffId),
          eq(passages.sourceId, source),
          gte(passages.position, position - reach),
          lte(passages.position, position - 1),
        ),
      )
      .orderBy(asc(passages.position)),
  )
    .map((row) => Passage.parse(JSON.parse(row.body)))
    .reverse();
