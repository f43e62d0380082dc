import { Mrkdwn } from '../mrkdwn/blocks-view.tsx';
import { InlineView } from '../mrkdwn/inline-view.tsx';
import { parseEmoji } from './parse-emoji.ts';
import { obj, words } from './read-json.ts';

/** A text object: mrkdwn drawn as such, plain text as written (with emoji names). */
export function TextObject({ value }: { value: unknown }) {
  const text = words(value);
  if (obj(value).type === 'mrkdwn') return <Mrkdwn text={text} />;
  return (
    <p>
      <PlainText text={text} />
    </p>
  );
}

export function PlainText({ text }: { text: string }) {
  return <InlineView nodes={parseEmoji(text)} />;
}
