import { z } from 'zod';
import type { PeopleBody, PeopleVerb } from '../workspace/people/protocol.ts';
import { carried, elementsOf, entered, optionsOf, type Shown } from './elements.ts';
import { Canvas, Company, Everything, Message, Response, View } from './seen.ts';
import { found, StepFailed } from './step-failed.ts';

export interface Person {
  id: string;
  name: string;
}

/** Where an element stands: in a message of a channel, or in a modal. */
export type Place = { channel: string; message: Message } | { view: View };

/** Whether a button or option is the one that is meant, by the JSON it carries. */
export type Match = (value: Record<string, unknown>) => boolean;

const Answer = z.looseObject({ ok: z.boolean(), error: z.string().optional(), message: z.string().optional() });

/** The workspace did not let a person do something; `code` is its word for why. */
class WorkspaceRefused extends StepFailed {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Whether what was clicked had just been edited away under the person's hand: they look again and click again. */
export const wasEditedAway = (error: unknown): boolean =>
  error instanceof WorkspaceRefused && error.code === 'action_not_found';

/** People at their Slack: they can do only what is shown to them. Each verb throws `StepFailed` when the workspace refuses it. */
export class People {
  readonly url: string;
  readonly #pace: () => Promise<void>;

  constructor(url: string, pace: () => Promise<void> = async () => undefined) {
    this.url = url;
    this.#pace = pace;
  }

  company = async (): Promise<Company> => Company.parse(await this.#get('people/workspace', {}));
  /** Everything there is, with what people do not see. */
  everything = async (): Promise<Everything> => Everything.parse(await this.#get('control/state', {}));
  now = async (): Promise<Date> => new Date(z.looseObject({ now: z.string() }).parse(await this.#get('clock', {})).now);

  async travel(to: Date): Promise<void> {
    await this.#post('people/clock', JSON.stringify({ now: to.toISOString() }));
  }

  channelsOf = async (person: Person): Promise<Company['channels']> =>
    Company.parse(await this.#get('people/workspace', { as: person.id })).channels;

  async history(person: Person, channel: string, thread_ts?: string): Promise<Message[]> {
    const query = { as: person.id, channel, ...(thread_ts ? { thread_ts } : {}) };
    return z.looseObject({ messages: z.array(Message) }).parse(await this.#get('people/history', query)).messages;
  }

  /** Every message a person sees in a channel, threads included. */
  async allMessages(person: Person, channel: string): Promise<Message[]> {
    const top = await this.history(person, channel);
    const threads = await Promise.all(
      top.filter((one) => one.reply_count > 0).map((one) => this.history(person, channel, one.ts)),
    );
    return [...top, ...threads.flatMap((thread) => thread.slice(1))];
  }

  /** Open modals, bottom first. */
  views = async (person: Person): Promise<View[]> =>
    z.looseObject({ stack: z.array(View) }).parse(await this.#get('people/views', { as: person.id })).stack;

  async topView(person: Person): Promise<View> {
    return found((await this.views(person)).at(-1), `${person.name} sees no modal.`);
  }

  canvas = async (person: Person, canvas: string): Promise<Canvas> =>
    Canvas.parse(await this.#get('people/canvas', { as: person.id, canvas }));

  async slash(person: Person, channel: string, command: string, text: string): Promise<void> {
    await this.#pace();
    await this.#do('slash', { as: person.id, channel, command, text });
  }

  async post(person: Person, channel: string, text: string): Promise<void> {
    await this.#pace();
    await this.#do('post', { as: person.id, channel, text });
  }

  async upload(person: Person, channel: string, filename: string, bytes: Uint8Array): Promise<void> {
    await this.#pace();
    const query = new URLSearchParams({ as: person.id, channel, filename });
    await this.#post(`people/upload?${query}`, Buffer.from(bytes));
  }

  async openDm(person: Person, user: string): Promise<string> {
    const answer = await this.#do('open_dm', { as: person.id, user });
    return z.looseObject({ channel: z.looseObject({ id: z.string() }) }).parse(answer).channel.id;
  }

  /** Clicks the button with that action id. Throws when the person is shown no such button. */
  async click(person: Person, place: Place, action: string, match: Match = () => true): Promise<void> {
    const shown = this.#find(place, action, ({ element }) => match(carried(element.value)));
    await this.#act(person, place, shown, undefined);
  }

  /** Chooses an option of a menu or of an overflow, by the value it carries. */
  async chooseText(person: Person, place: Place, action: string, fits: (value: string) => boolean): Promise<void> {
    const wanted = (element: Record<string, unknown>) => optionsOf(element).find((option) => fits(option.value));
    const shown = this.#find(place, action, ({ element }) => wanted(element) !== undefined);
    await this.#act(person, place, shown, { type: shown.element.type, selected_option: wanted(shown.element) });
  }

  /** The same, by the JSON that the value holds. */
  choose = (person: Person, place: Place, action: string, match: Match): Promise<void> =>
    this.chooseText(person, place, action, (value) => match(carried(value)));

  /** Fills in a modal by its block ids and submits it; what is not named keeps what it holds. */
  async submit(
    person: Person,
    view: View,
    values: Record<string, string | readonly string[] | null> = {},
  ): Promise<Response> {
    await this.#pace();
    const inputs = elementsOf(view.blocks);
    const state = { ...view.state };
    for (const [block, given] of Object.entries(values)) {
      const shown = found(
        inputs.find((one) => one.block_id === block),
        `The modal “${view.title?.text ?? view.callback_id}” has no field “${block}”.`,
      );
      const value = entered(shown.element, given);
      state[block] = { ...state[block], [shown.action_id]: z.record(z.string(), z.unknown()).parse(value) };
    }
    const answer = await this.#do('submit', { as: person.id, view_id: view.id, values: state });
    return z.looseObject({ response: Response.optional() }).parse(answer).response ?? null;
  }

  /** Closes every modal that is open. */
  async closeAll(person: Person): Promise<void> {
    const top = (await this.views(person)).at(-1);
    if (top) await this.#do('close', { as: person.id, view_id: top.id, is_cleared: true });
  }

  shows(place: Place, action: string, match: Match = () => true): boolean {
    return this.#all(place).some((one) => one.action_id === action && match(carried(one.element.value)));
  }

  #all = (place: Place): Shown[] => elementsOf('view' in place ? place.view.blocks : place.message.blocks);

  #find(place: Place, action: string, fits: (shown: Shown) => boolean): Shown {
    const where = 'view' in place ? `The modal “${place.view.title?.text ?? ''}”` : 'The message';
    return found(
      this.#all(place).find((one) => one.action_id === action && fits(one)),
      `${where} shows no such element: ${action}.`,
    );
  }

  async #act(person: Person, place: Place, { block_id, action_id }: Shown, value: unknown): Promise<void> {
    await this.#pace();
    const container =
      'view' in place
        ? { type: 'view' as const, view_id: place.view.id }
        : { type: 'message' as const, channel: place.channel, ts: place.message.ts };
    await this.#do('act', {
      as: person.id,
      container,
      block_id,
      action_id,
      ...(value === undefined ? {} : { value }),
    });
  }

  #do = <V extends PeopleVerb>(verb: V, body: PeopleBody<V>): Promise<unknown> =>
    this.#post(`people/${verb}`, JSON.stringify(body));

  #post = (path: string, body: string | Buffer): Promise<unknown> =>
    this.#ask(path, { method: 'POST', body: new Uint8Array(Buffer.from(body)) });

  #get = (path: string, query: Record<string, string>): Promise<unknown> =>
    this.#ask(`${path}?${new URLSearchParams(query)}`, {});

  async #ask(path: string, init: RequestInit): Promise<unknown> {
    const response = await fetch(`${this.url}/${path}`, { ...init, signal: AbortSignal.timeout(15_000) });
    const body: unknown = await response.json();
    const answer = Answer.safeParse(body);
    if (answer.success && !answer.data.ok)
      throw new WorkspaceRefused(
        answer.data.error ?? '',
        `The workspace refused ${path.split('?')[0]}: ${answer.data.message ?? answer.data.error}`,
      );
    return body;
  }
}
