import { z } from 'zod';
import type { StepFunction } from './seed.ts';

const Parameter = z.looseObject({
  type: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  is_required: z.boolean().optional(),
});
const Flat = z.record(z.string(), Parameter);
/** `{properties, required}` of manifests with `major_version` 2. */
const Nested = z.object({ properties: Flat.default({}), required: z.array(z.string()).default([]) });
const Parameters = z.union([Nested.strict(), Flat]).default({});

const StepOfManifest = z.looseObject({
  title: z.string(),
  description: z.string().default(''),
  input_parameters: Parameters,
  output_parameters: Parameters,
});

/** `functions` of a manifest in either of its two versions (docs.slack.dev/reference/app-manifest), as the seed keeps them. */
export const Functions = z
  .record(z.string(), StepOfManifest)
  .default({})
  .transform((functions) =>
    Object.fromEntries(
      Object.entries(functions).map(([id, made]): [string, StepFunction] => [
        id,
        {
          title: made.title,
          description: made.description,
          input_parameters: listed(made.input_parameters),
          output_parameters: listed(made.output_parameters),
        },
      ]),
    ),
  );

function listed(given: z.output<typeof Parameters>): StepFunction['input_parameters'] {
  const nested = Nested.strict().safeParse(given);
  const flat = nested.success ? nested.data.properties : Flat.parse(given);
  const required = new Set(nested.success ? nested.data.required : []);
  return Object.entries(flat).map(([name, { type, title = '', description = '', is_required = false }]) => ({
    type,
    name,
    title,
    description,
    is_required: is_required || required.has(name),
  }));
}
