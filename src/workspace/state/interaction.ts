import type { Json } from './model.ts';

/** A checked view payload, as `views.*` and `response_action` carry it. */
export interface ViewPayload {
  type: 'modal' | 'home';
  blocks: Json[];
  callback_id: string;
  external_id: string;
  private_metadata: string;
  title: Json | null;
  submit: Json | null;
  close: Json | null;
  clear_on_close: boolean;
  notify_on_close: boolean;
  submit_disabled: boolean;
}

export interface View extends ViewPayload {
  id: string;
  user: string;
  hash: string;
  previous_view_id: string | null;
  root_view_id: string;
  state: Record<string, Record<string, unknown>>;
}

/** A trigger: who acted, when (real time), and the modal they acted in, if any. */
export interface Trigger {
  user: string;
  at: number;
  used: boolean;
  view_id: string | null;
  /** Where they were looking. */
  channel: string | null;
}

export interface ResponseUrl {
  channel: string;
  user: string;
  /** The message the interaction came from, if any. */
  message_ts: string | null;
  thread_ts: string | null;
  uses: number;
  at: number;
}

/** What the app set for a thread: its status, title and suggested prompts. */
export interface AssistantThread {
  channel: string;
  /** Null for prompts that belong to the whole conversation (`agent_view`). */
  thread_ts: string | null;
  title: string;
  status: string;
  /** When the status goes by itself, in milliseconds. */
  status_until: number;
  loading_messages: string[];
  prompts_title: string;
  prompts: { title: string; message: string }[];
  /** The channel that the person looked at when they opened it, or went to since. */
  viewing: string | null;
}

/** One run of a custom step of the app's. */
export interface FunctionExecution {
  id: string;
  callback_id: string;
  user: string;
  inputs: Json;
  status: 'running' | 'completed' | 'failed';
  outputs: Json | null;
  error: string | null;
  /** `bot_access_token` of the event; it ends with the run. */
  token: string;
}
