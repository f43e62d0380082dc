import { Picture } from '../mrkdwn/picture.tsx';
import { useApp } from '../store/context.tsx';
import { ButtonElement, FeedbackButtons, IconButton, WorkflowButton } from './button-element.tsx';
import { ChoiceElement } from './choice-element.tsx';
import { DateElement } from './date-element.tsx';
import { choicesOf } from './element-state.ts';
import { FileElement } from './file-element.tsx';
import { imageUrl } from './image-url.ts';
import { OverflowElement } from './overflow-element.tsx';
import { type Json, str } from './read-json.ts';
import { RichTextInput } from './rich-text-input.tsx';
import { SearchSelect } from './search-select.tsx';
import { SelectElement } from './select-element.tsx';
import { TextElement } from './text-element.tsx';
import { Unknown } from './unknown.tsx';
import type { ElementProps } from './use-element.ts';

/** One element of a block, by its type. */
export function Element(props: ElementProps) {
  const { session } = useApp();
  const { element } = props;
  switch (element.type) {
    case 'button':
      return <ButtonElement {...props} />;
    case 'workflow_button':
      return <WorkflowButton {...props} />;
    case 'feedback_buttons':
      return <FeedbackButtons {...props} />;
    case 'icon_button':
      return <IconButton {...props} />;
    case 'overflow':
      return <OverflowElement {...props} />;
    case 'static_select':
      return isShort(element) ? <SelectElement {...props} /> : <SearchSelect {...props} />;
    case 'external_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return <SearchSelect {...props} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextElement {...props} />;
    case 'rich_text_input':
      return <RichTextInput {...props} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <ChoiceElement {...props} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <DateElement {...props} />;
    case 'file_input':
      return <FileElement {...props} />;
    case 'image':
      return <Picture url={imageUrl(element, session.me())} alt={str(element.alt_text)} small />;
    default:
      return <Unknown type={str(element.type)} />;
  }
}

/** Short plain lists are the platform's own menu; long or described ones are searched. */
const SHORT = 12;

function isShort(element: Json): boolean {
  const choices = choicesOf(element);
  return choices.length <= SHORT && choices.every((choice) => choice.detail === undefined);
}
