import type { Handoff } from '../handoff/state.ts';
import type { Actor, Cast } from './cast.ts';
import type { Deal } from './deal-folder.ts';
import { wordsOf } from './elements.ts';
import type { OnRecord } from './on-record.ts';
import { type Match, type People, type Person, type Place, wasEditedAway } from './people.ts';
import type { Channel, Message, View } from './seen.ts';
import { found, StepFailed } from './step-failed.ts';
import { until } from './until.ts';

/** What every step has at hand. `h` and `channel` are known once the handoff is open. */
export class Scene {
  readonly deal: Deal;
  readonly people: People;
  readonly cast: Cast;
  readonly record: OnRecord;
  /** The bot's user id. */
  readonly bot: string;
  h = '';
  channel = '';
  /** Outbox keys of the reminders that were seen once; looked for again at the end. */
  readonly remindedUnder: string[] = [];

  constructor(parts: { deal: Deal; people: People; cast: Cast; record: OnRecord; bot: string }) {
    this.deal = parts.deal;
    this.people = parts.people;
    this.cast = parts.cast;
    this.record = parts.record;
    this.bot = parts.bot;
  }

  get owner(): Actor {
    return this.cast.account_owner;
  }
  get lead(): Actor {
    return this.cast.delivery_lead;
  }
  get handoff(): Handoff {
    return this.record.handoff(this.h);
  }

  person(id: string): Actor {
    return found(
      Object.values(this.cast).find((one) => one.id === id),
      `${id} is none of the people of this demo.`,
    );
  }

  /** Waits until everything that was stored is carried out and everything that should be seen is seen. */
  async settled(): Promise<void> {
    let quiet = 0;
    await until(
      () =>
        `Slack to be in line with the record (still to do: ${this.record
          .outbox()
          .busy.map((row) => row.key)
          .join(', ')})`,
      async () => {
        const { busy, failed } = this.record.outbox();
        const given = failed[0];
        if (given) throw new StepFailed(`The outbox gave up ${given.key}: ${given.lastError ?? 'no reason'}.`);
        const calm = busy.length === 0 && this.record.inbox().busy.length === 0 && (await this.#delivered());
        quiet = calm ? quiet + 1 : 0;
        return quiet >= 2;
      },
      45_000,
    );
  }

  #delivered = async (): Promise<boolean> => (await this.people.everything()).pending === 0;

  /** The message that stands for an outbox key, as a person sees it now. */
  async message(person: Person, key: string): Promise<Message> {
    const at = this.record.delivered(key);
    const message = at?.ts ? (await this.people.allMessages(person, at.channel)).find((one) => one.ts === at.ts) : null;
    return found(message, `${person.name} does not see the message for ${key}.`);
  }

  desk = (person: Person = this.owner): Promise<Message> => this.message(person, `desk:${this.h}`);

  clickDesk = (person: Person, action: string): Promise<void> => this.clickMessage(person, `desk:${this.h}`, action);

  /** Clicks a button of the message that stands for an outbox key, once it shows it. */
  clickMessage = (person: Person, key: string, action: string, match?: Match): Promise<void> =>
    this.useMessage(person, key, action, (place) =>
      this.people.shows(place, action, match) ? this.people.click(person, place, action, match) : null,
    );

  /** Uses something in a message as soon as it is there; `use` returns null while it is not. */
  async useMessage(
    person: Person,
    key: string,
    what: string,
    use: (place: Place) => Promise<void> | null,
  ): Promise<void> {
    await until(`the message for ${key} to offer ${what}`, async () => {
      if (!this.record.delivered(key)) return false;
      const doing = use({ channel: this.channel, message: await this.message(person, key) });
      if (doing === null) return false;
      return doing.then(
        () => true,
        (error: unknown) => {
          if (wasEditedAway(error)) return false;
          throw error;
        },
      );
    });
  }

  async channelAs(person: Person): Promise<Channel> {
    const channels = await this.people.channelsOf(person);
    return found(
      channels.find((one) => one.id === this.channel),
      `${person.name} does not see the handoff’s channel.`,
    );
  }

  /** Direct messages that the bot wrote to a person. */
  async dms(person: Person): Promise<Message[]> {
    const channel = await this.people.openDm(person, this.bot);
    return (await this.people.history(person, channel)).filter((one) => one.user === this.bot);
  }

  /** The private words a person was given in the handoff's channel. */
  async whispers(person: Person): Promise<string[]> {
    const seen = await this.people.allMessages(person, this.channel);
    return seen.filter((one) => one.ephemeral).map((one) => `${one.text}\n${wordsOf(one.blocks)}`);
  }

  /** Waits for a new private word that says something; `before` is how many there were. */
  async toldPrivately(person: Person, before: number, says: RegExp, of: string): Promise<void> {
    await until(`${person.name} to be told privately ${of}`, async () =>
      (await this.whispers(person)).slice(before).some((text) => says.test(text)),
    );
  }

  /** Fills in a modal that must be accepted: it closes, or another takes its place. */
  async submitted(
    person: Person,
    view: View,
    values: Record<string, string | readonly string[] | null>,
  ): Promise<void> {
    const refused = (why: string) => new StepFailed(`“${view.title?.text ?? ''}” was refused: ${why}`);
    const response = await this.people.submit(person, view, values);
    if (response?.errors) throw refused(Object.values(response.errors).join(' '));
    if (response?.response_action === 'push') throw refused(wordsOf((await this.people.topView(person)).blocks));
  }
}
