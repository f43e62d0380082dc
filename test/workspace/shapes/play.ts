import { playAssistant } from './play-assistant.ts';
import { playConversations } from './play-conversations.ts';
import { playFiles } from './play-files.ts';
import { playInteractions } from './play-interactions.ts';
import { playLeaving } from './play-leaving.ts';
import { playMessages } from './play-messages.ts';
import { playTeam } from './play-team.ts';
import type { Stage } from './stage.ts';

const PLAYS = [playTeam, playConversations, playMessages, playFiles, playInteractions, playAssistant, playLeaving];

/** Every method, and everything that the app can be told of. The app is gone afterwards. */
export async function playEverything(on: Stage): Promise<void> {
  for (const play of PLAYS) {
    await play(on);
    await on.settled();
  }
}
