import type { z } from 'zod';
import type { ModelEnvironment } from './environment.ts';

/** A language model that Baton may ask, and what it may cost per handoff. Prices are per million tokens; without `maxCost` only tokens count. */
export interface ModelConfig {
  apiKey: string;
  baseUrl: string;
  name: string;
  maxTokens: number;
  maxCost: number | null;
  inputPrice: number;
  outputPrice: number;
}

/** Undefined without a key: then the rules work alone. */
export function modelOf(settings: z.infer<typeof ModelEnvironment>): ModelConfig | undefined {
  const { BATON_MODEL_API_KEY: apiKey, BATON_MODEL_NAME: name } = settings;
  if (apiKey === undefined || name === undefined) return undefined;
  return {
    apiKey,
    name,
    baseUrl: settings.BATON_MODEL_BASE_URL,
    maxTokens: settings.BATON_MODEL_MAX_TOKENS,
    maxCost: settings.BATON_MODEL_MAX_COST ?? null,
    inputPrice: settings.BATON_MODEL_INPUT_PRICE ?? 0,
    outputPrice: settings.BATON_MODEL_OUTPUT_PRICE ?? 0,
  };
}
