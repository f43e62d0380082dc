const properties = (name: string) => ({ [name]: { type: 'string', title: 'Named', description: 'A name' } });

/** A manifest with one custom step, of version 2 or of version 1. */
export const manifest = (version: 1 | 2) => ({
  _metadata: { major_version: version },
  display_information: { name: 'Desk' },
  oauth_config: { scopes: { bot: ['chat:write'] } },
  settings: { event_subscriptions: { bot_events: ['function_executed'] } },
  functions: {
    create_item: {
      title: 'Create item',
      description: 'Adds an item',
      input_parameters:
        version === 2
          ? { properties: properties('summary'), required: ['summary'] }
          : { summary: { ...properties('summary').summary, is_required: true } },
      output_parameters:
        version === 2
          ? { properties: properties('item_id'), required: ['item_id'] }
          : { item_id: { ...properties('item_id').item_id, is_required: true } },
    },
  },
});
