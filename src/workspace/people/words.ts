/** Refusals as sentences for a person. */
const SENTENCES: Record<string, string> = {
  account_inactive: 'This account has been deactivated.',
  access_denied: 'You can read this canvas, not change it.',
  action_not_found: 'This is no longer there. Somebody may have updated the message.',
  already_reacted: 'You have already reacted with this emoji.',
  cant_delete_message: 'You can only delete your own messages.',
  cant_leave_general: 'Nobody can leave this channel.',
  cant_update_message: 'You can only edit your own messages.',
  canvas_editing_failed: 'The canvas does not take this text.',
  canvas_not_found: 'This canvas does not exist or is not shared with you.',
  channel_not_found: 'This channel does not exist or you are not in it.',
  file_deleted: 'This file has been deleted.',
  file_not_found: 'This file does not exist or is not shared with you.',
  is_archived: 'This channel has been archived.',
  message_not_found: 'This message has been deleted.',
  no_reaction: 'That reaction is already gone.',
  not_in_channel: 'Join the channel first.',
  thread_not_found: 'The message this answers has been deleted.',
  unknown_shortcut: 'The app does not have this shortcut.',
  user_not_found: 'There is no such person here.',
  view_not_found: 'This window is no longer open.',
};

export function sentenceFor(code: string): string {
  return SENTENCES[code] ?? `The workspace refused this (${code}).`;
}
