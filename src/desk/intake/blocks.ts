import { inputSpec, skipReasonTitle } from '../../handoff/inputs.ts';
import type { Handoff, InputState } from '../../handoff/state.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import type { Shown } from '../kit/show.ts';
import { mention, plural } from '../kit/text.ts';

/** The step that is asked now: files first, the rest in the template's order. */
const currentStep = (handoff: Handoff): InputState | undefined => handoff.inputs.find((one) => one.settled === null);

const doneLine = (input: InputState): string => {
  const { title } = inputSpec(input.key);
  if (input.settled?.how === 'skipped')
    return `○ ${title}: skipped (${skipReasonTitle[input.settled.reason].toLowerCase()})`;
  return `✓ ${title}`;
};

/** Guided intake: one thing at a time to its owner, in one message that moves on by itself. */
export const intakeMessage = (handoff: Handoff): Shown => {
  const settled = handoff.inputs.filter((one) => one.settled !== null);
  const step = currentStep(handoff);
  const progress = settled.length === 0 ? [] : [context(...settled.map(doneLine))];
  if (handoff.cancelled)
    return {
      text: 'Intake stopped: the handoff was cancelled.',
      blocks: [section('Intake stopped: the handoff was cancelled.')],
    };
  if (!step) {
    const text = `Intake is complete: ${plural(settled.length, 'input')}.`;
    return { text, blocks: [section(`*${text}*`), ...progress] };
  }
  const spec = inputSpec(step.key);
  const value = { h: handoff.id, input: step.key };
  const number = settled.length + 1;
  return {
    text: `Step ${number} of ${handoff.inputs.length}: ${spec.title}. ${spec.ask}`,
    blocks: [
      section(
        `*Step ${number} of ${handoff.inputs.length} · ${spec.title}* · ${mention(step.owner)}\n${spec.ask}\n_${spec.why}_`,
      ),
      context(
        `${spec.files.length > 0 ? 'For example' : 'A good answer'}: ${mrkdwn(spec.example, 300)}`,
        `Who else could know: ${spec.alsoKnows}`,
      ),
      ...actions(
        ...(spec.files.length > 0
          ? []
          : [button({ text: 'Answer', action: 'input.answer', value, style: 'primary' as const })]),
        button({ text: 'Ask someone else', action: 'input.assign', value }),
        button({
          text: spec.files.length > 0 ? 'There is no such file' : 'Does not apply',
          action: 'input.skip',
          value,
        }),
      ),
      ...(spec.files.length > 0
        ? [
            context(
              'Drop the file in this channel or in this thread. PDF, DOCX, MD, TXT, EML, VTT, SRT or a Slack thread as JSON, up to 20 MB.',
            ),
          ]
        : []),
      ...progress,
    ],
  };
};
