import type { PeopleMessage } from '../../people/shapes.ts';
import { MessageBlocks } from '../blocks/message-blocks.tsx';
import { BlocksView } from '../mrkdwn/blocks-view.tsx';
import { fullTime } from '../mrkdwn/dates.ts';
import { isJumbo } from '../mrkdwn/jumbo.ts';
import { parseMrkdwn } from '../mrkdwn/parse-mrkdwn.ts';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';
import { FileCard } from './file-card.tsx';
import { MessageAttachment } from './message-attachment.tsx';

/** What a message says: its blocks or its text, then attachments and files. */
export function MessageBody({ message, channel }: { message: PeopleMessage; channel: string }) {
  const { attachments = [], files = [] } = message;
  return (
    <>
      {message.blocks?.length ? (
        <>
          <MessageBlocks message={message} channel={channel} />
          <Marks message={message} />
        </>
      ) : message.text ? (
        <Text message={message} />
      ) : null}
      {attachments.map((attachment, index) => (
        <MessageAttachment key={index} attachment={attachment} />
      ))}
      {files.length > 0 ? (
        <div class="files">
          {files.map((file) => (
            <FileCard key={file.id} file={file} />
          ))}
        </div>
      ) : null}
    </>
  );
}

function Text({ message }: { message: PeopleMessage }) {
  const blocks = parseMrkdwn(message.text);
  return (
    <div class={isJumbo(blocks) ? 'text jumbo' : 'text'}>
      <BlocksView blocks={blocks} />
      <Marks message={message} />
    </div>
  );
}

function Marks({ message }: { message: PeopleMessage }) {
  const { state } = useApp();
  return (
    <>
      {message.edited ? (
        <span class="stamp" title={fullTime(Number(message.edited.ts) * 1000, zoneOf(state))}>
          (edited)
        </span>
      ) : null}
      {message.streaming ? <span class="streaming" role="img" aria-label="still writing" /> : null}
    </>
  );
}
