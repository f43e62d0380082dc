import { useId } from 'preact/hooks';
import { BlocksView, Markdown } from '../mrkdwn/blocks-view.tsx';
import { Icon } from '../shell/icon.tsx';
import { ActionsBlock, ContextActionsBlock, ContextBlock, SectionBlock } from './basic-blocks.tsx';
import { CardBlock, CarouselBlock } from './card-block.tsx';
import { ChartBlock } from './chart-block.tsx';
import { DataTable } from './data-table.tsx';
import { InputBlock } from './input-block.tsx';
import { ContainerBlock, FileBlock, ImageBlock, VideoBlock } from './media-blocks.tsx';
import { PlanBlock, TaskCardBlock } from './plan-block.tsx';
import { type Json, list, obj, str, words } from './read-json.ts';
import { richTextBlocks } from './rich-text.ts';
import { TableBlock } from './table-block.tsx';
import { PlainText, TextObject } from './text-object.tsx';
import { Unknown } from './unknown.tsx';

/** Block Kit, drawn in order. */
export function Blocks({ blocks }: { blocks: unknown }) {
  const scope = useId();
  return (
    <div class="blocks">
      {list(blocks).map((block, index) => {
        const id = str(block.block_id);
        return <Block key={id || `${scope}-${index}`} block={block} blockId={id} />;
      })}
    </div>
  );
}

export interface BlockProps {
  block: Json;
  blockId: string;
}

const ALERT_WORD: Record<string, string> = { warning: 'Warning', error: 'Error', success: 'Done', info: 'Note' };

function Block({ block, blockId }: BlockProps) {
  switch (block.type) {
    case 'header':
      return (
        <h3 class="block-header">
          <PlainText text={words(block.text)} />
        </h3>
      );
    case 'section':
      return <SectionBlock block={block} blockId={blockId} />;
    case 'divider':
      return <hr />;
    case 'context':
      return <ContextBlock block={block} blockId={blockId} />;
    case 'actions':
      return <ActionsBlock block={block} blockId={blockId} />;
    case 'context_actions':
      return <ContextActionsBlock block={block} blockId={blockId} />;
    case 'input':
      return <InputBlock block={block} blockId={blockId} />;
    case 'image':
      return <ImageBlock block={block} />;
    case 'video':
      return <VideoBlock block={block} />;
    case 'file':
      return <FileBlock block={block} />;
    case 'card':
      return <CardBlock block={block} blockId={blockId} />;
    case 'carousel':
      return <CarouselBlock block={block} blockId={blockId} />;
    case 'container':
      return (
        <ContainerBlock block={block}>
          <Blocks blocks={block.child_blocks} />
        </ContainerBlock>
      );
    case 'rich_text':
      return (
        <div class="text">
          <BlocksView blocks={richTextBlocks(block)} />
        </div>
      );
    case 'markdown':
      return (
        <div class="text markdown">
          <Markdown text={str(block.text)} />
        </div>
      );
    case 'table':
      return <TableBlock block={block} />;
    case 'data_table':
      return <DataTable block={block} />;
    case 'data_visualization':
      return <ChartBlock block={block} />;
    case 'task_card':
      return <TaskCardBlock block={block} />;
    case 'plan':
      return <PlanBlock block={block} />;
    case 'alert': {
      const level = str(block.level, 'default');
      return (
        <div class={`alert ${level}`} role="note">
          <Icon name={level === 'warning' || level === 'error' ? 'warning' : level === 'success' ? 'check' : 'info'} />
          <div class="text">
            {ALERT_WORD[level] ? <strong class="visually-hidden">{ALERT_WORD[level]}: </strong> : null}
            <TextObject value={obj(block.text)} />
          </div>
        </div>
      );
    }
    default:
      return <Unknown type={str(block.type)} />;
  }
}
