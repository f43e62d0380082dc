/** Our state in Slack's shapes. */
export { describeChannel } from './describe/channel.ts';
export { describeFile } from './describe/file.ts';
export { describeMessage } from './describe/message.ts';
export { describeAuthor, describeProfile, describeUser } from './describe/user.ts';
export { describeView, withEmoji } from './describe/view.ts';
