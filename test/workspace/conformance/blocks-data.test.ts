import { blockKit, letters, richText, times } from './block-kit.ts';
import { rule } from './rule.ts';

const { stands, takes, refuses } = blockKit();
const at = '/blocks/0';
const raw = (text: string) => ({ type: 'raw_text', text });

rule(
  'block:table',
  'has 100 rows of 20 cells, even, and stands once in a message with 10,000 characters',
  'docs.slack.dev/reference/block-kit/blocks/table-block',
  async () => {
    const number = { type: 'raw_number', value: 1, text: '1' };
    await stands(
      {
        type: 'table',
        rows: [[raw('a'), richText(), number]],
        column_settings: [{ align: 'right', is_wrapped: true }],
      },
      'message',
    );
    await takes('message', { type: 'table', rows: times(100, () => times(20, () => raw('a'))) });
    await refuses('message', { type: 'table', rows: times(101, () => [raw('a')]) }, `${at}/rows`);
    await refuses('message', { type: 'table', rows: [times(21, () => raw('a'))] }, `${at}/rows/0`);
    await refuses('message', { type: 'table', rows: [[raw('a')], [raw('a'), raw('b')]] }, at, 'same number of cells');
    await refuses(
      'message',
      { type: 'table', rows: [[raw('a')]], column_settings: [{ align: 'justify' }] },
      `${at}/column_settings/0/align`,
    );
    await refuses('message', { type: 'table', rows: [[raw(letters(10_001))]] }, '/blocks', '10001');
    await refuses(
      'message',
      times(2, () => ({ type: 'table', rows: [[raw('a')]] })),
      '/blocks',
      'only one table',
    );
  },
);

rule(
  'block:data_table',
  'has a caption, a header of plain cells and 1 to 100 rows',
  'docs.slack.dev/reference/block-kit/blocks/data-table-block',
  async () => {
    const table = { type: 'data_table', caption: 'Risks', rows: [[raw('a')], [richText()]] };
    await stands({ ...table, page_size: 100, row_header_column_index: 0 }, 'message');
    await takes('message', { ...table, rows: times(101, () => [raw('a')]) });
    await refuses('message', { ...table, rows: times(102, () => [raw('a')]) }, `${at}/rows`);
    await refuses('message', { ...table, rows: [[raw('a')]] }, `${at}/rows`);
    await refuses('message', { ...table, rows: [[richText()], [raw('a')]] }, at, 'header row');
    await refuses('message', { ...table, caption: undefined }, at, 'caption');
    await refuses('message', { ...table, page_size: 101 }, `${at}/page_size`);
    await refuses('message', { ...table, row_header_column_index: 1 }, at, 'row_header_column_index');
  },
);

rule(
  'block:data_visualization',
  'is a pie, bar, area or line chart with at most six series of twenty points',
  'docs.slack.dev/reference/block-kit/blocks/data-visualization-block',
  async () => {
    const chart = (inner: Record<string, unknown>) => ({
      type: 'data_visualization',
      title: letters(50),
      chart: inner,
    });
    const series = (name: string, count = 2) => ({
      name,
      data: times(count, (index) => ({ label: `L${index}`, value: index })),
    });
    const axes = (count = 2) => ({
      categories: times(count, (index) => `L${index}`),
      x_label: 'Week',
      y_label: 'Hours',
    });
    const segment = { label: letters(20), value: 1 };
    await stands(chart({ type: 'pie', segments: times(6, () => segment) }), 'message');
    for (const type of ['bar', 'area', 'line'])
      await takes('message', chart({ type, series: times(6, (at) => series(`S${at}`, 20)), axis_config: axes(20) }));
    await refuses('message', chart({ type: 'radar' }), `${at}/chart/type`);
    await refuses('message', chart({ type: 'pie', segments: times(7, () => segment) }), `${at}/chart/segments`);
    await refuses(
      'message',
      chart({ type: 'pie', segments: [{ label: letters(21), value: 1 }] }),
      `${at}/chart/segments/0/label`,
    );
    await refuses(
      'message',
      chart({ type: 'bar', series: times(7, (at) => series(`S${at}`)), axis_config: axes() }),
      `${at}/chart/series`,
    );
    await refuses(
      'message',
      chart({ type: 'bar', series: [series('S', 21)], axis_config: axes(21) }),
      `${at}/chart/series/0/data`,
    );
    await refuses(
      'message',
      chart({ type: 'bar', series: [series('S'), series('S')], axis_config: axes() }),
      `${at}/chart`,
      'different names',
    );
    await refuses(
      'message',
      chart({ type: 'line', series: [series('S', 3)], axis_config: axes(2) }),
      `${at}/chart`,
      'categories',
    );
    await refuses('message', { ...chart({ type: 'pie', segments: [segment] }), title: letters(51) }, `${at}/title`);
    await refuses(
      'message',
      times(3, () => chart({ type: 'pie', segments: [segment] })),
      '/blocks',
      'only two',
    );
  },
);
