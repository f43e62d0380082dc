import { z } from 'zod';
import { endFunction } from '../state/functions.ts';
import { json, type Methods, method, text } from './method.ts';

/** A custom step tells how it ended (docs.slack.dev/reference/methods/functions.*). */
export const functions: Methods = {
  'functions.completeSuccess': method(
    z.object({ function_execution_id: text, outputs: json(z.record(z.string(), z.unknown())) }),
    [],
    (call, { function_execution_id, outputs }) => {
      endFunction(call.world, call.token?.value, function_execution_id, { outputs });
      return {};
    },
  ),
  'functions.completeError': method(
    z.object({ function_execution_id: text, error: text }),
    [],
    (call, { function_execution_id, error }) => {
      endFunction(call.world, call.token?.value, function_execution_id, { error });
      return {};
    },
  ),
};
