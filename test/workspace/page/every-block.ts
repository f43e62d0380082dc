/** One example of every block and element, as an app sends them. */
export const text = (value: string) => ({ type: 'plain_text' as const, text: value });
export const words = (value: string) => ({ type: 'mrkdwn' as const, text: value });
export const option = (value: string, label = value) => ({ value, text: text(label) });
const image = (alt_text: string) => ({ type: 'image' as const, image_url: 'https://pictures.test/a.png', alt_text });
const rich = (value: string) => ({
  type: 'rich_text' as const,
  elements: [{ type: 'rich_text_section' as const, elements: [{ type: 'text' as const, text: value }] }],
});
const raw = (value: string) => ({ type: 'raw_text' as const, text: value });
const number = (value: number) => ({ type: 'raw_number' as const, value, text: `${value} h` });
const card = (title: string, id: string) => ({
  type: 'card' as const,
  hero_image: image(`Drawing for ${title}`),
  icon: image('Logo'),
  title: words(`*${title}*`),
  subtitle: words('CRM rollout'),
  body: words('Kickoff on Monday, 14 December. Three flags are open.'),
  actions: [
    { type: 'button' as const, text: text('Open'), style: 'primary' as const, action_id: `open_${id}` },
    { type: 'button' as const, text: text('Later'), action_id: `later_${id}` },
  ],
});

const table = {
  type: 'data_table',
  caption: 'Hours by team',
  page_size: 3,
  rows: [
    [raw('Team'), raw('Hours'), raw('Lead')],
    [raw('Delivery'), number(120), rich('Priya')],
    [raw('Sales'), number(9), raw('Dana')],
    [raw('Data'), number(42), raw('Yuki')],
    [raw('Support'), number(64), raw('Tomasz')],
  ],
};

const series = (name: string, ...values: number[]) => ({
  name,
  data: values.map((value, at) => ({ label: `Week ${at + 1}`, value })),
});
const axis_config = { categories: ['Week 1', 'Week 2', 'Week 3', 'Week 4'], x_label: 'Week', y_label: 'Hours' };
const plotted = [series('Planned', 40, 42, 38, 44), series('Worked', 36, 51, 30, 47)];
export const charts = [
  {
    type: 'data_visualization',
    title: 'Flags by severity',
    chart: {
      type: 'pie',
      segments: [
        { label: 'High', value: 3 },
        { label: 'Medium', value: 5 },
        { label: 'Low', value: 12 },
      ],
    },
  },
  { type: 'data_visualization', title: 'Hours per week', chart: { type: 'bar', series: plotted, axis_config } },
];
export const moreCharts = ['area', 'line'].map((type) => ({
  type: 'data_visualization',
  title: `Hours as ${type}`,
  chart: { type, series: plotted, axis_config },
}));

export const layout = [
  { type: 'header', text: text('Northwind · CRM rollout') },
  {
    type: 'section',
    text: words('*Readiness* 71 % with <https://example.test|the plan>'),
    fields: [words('*Kickoff*\nMon 14 Dec'), text('Stage: review')],
    accessory: image('Logo of Northwind'),
  },
  { type: 'context', elements: [image('Clock'), words('Changed _today_'), text('by Priya')] },
  { type: 'divider' },
  {
    type: 'actions',
    elements: [
      { type: 'button', text: text('Decide'), style: 'primary', action_id: 'decide' },
      {
        type: 'button',
        text: text('Remove'),
        style: 'danger',
        action_id: 'remove',
        confirm: {
          title: text('Remove it?'),
          text: words('It is gone *for all*.'),
          confirm: text('Remove'),
          deny: text('Keep'),
        },
      },
      { type: 'button', text: text('Open page'), url: 'https://example.test', action_id: 'page' },
      {
        type: 'workflow_button',
        text: text('Run workflow'),
        workflow: { trigger: { url: 'https://slack.com/shortcuts/Ft1/x' } },
      },
      { type: 'overflow', action_id: 'more', options: [option('dup', 'Duplicate'), option('no', 'Not a promise')] },
      { type: 'datepicker', action_id: 'day', initial_date: '2026-12-14' },
      { type: 'static_select', action_id: 'pick', placeholder: text('Pick one'), options: [option('a'), option('b')] },
    ],
  },
  { ...image('The plan as a picture'), title: text('The plan') },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Bold', style: { bold: true } },
          { type: 'text', text: ' and ' },
          { type: 'emoji', name: 'wave' },
        ],
      },
      { type: 'rich_text_list', style: 'bullet', elements: [rich('one').elements[0], rich('two').elements[0]] },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'On day one, do not worry.' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'npm start' }] },
    ],
  },
  { type: 'markdown', text: '**Next**: decide. `code` and [a link](https://example.test)' },
  {
    type: 'video',
    video_url: 'https://video.test/v',
    thumbnail_url: 'https://video.test/t.png',
    alt_text: 'A recording of the call',
    title: text('Discovery call'),
    title_url: 'https://video.test/v',
    author_name: 'Dana Fox',
    provider_name: 'Calls',
  },
];

export const richer = [
  {
    type: 'table',
    rows: [
      [raw('Risk'), raw('Owner')],
      [raw('Data import'), raw('Tomasz')],
    ],
    column_settings: [{ is_wrapped: true }],
  },
  table,
  { ...card('Northwind', 'one'), slack_icon: undefined },
  { type: 'carousel', elements: [card('Contoso', 'a'), card('Fabrikam', 'b'), card('Tailspin', 'c')] },
  {
    type: 'container',
    title: text('Open questions'),
    subtitle: words('Two of five'),
    icon: image('Sign'),
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [{ type: 'section', text: words('Who signs?') }],
  },
  {
    type: 'container',
    title: text('Decided'),
    has_header_divider: true,
    width: 'narrow',
    child_blocks: [{ type: 'section', text: words('Single sign-on comes later.') }],
  },
  {
    type: 'plan',
    title: 'Reading the sources',
    tasks: [
      {
        type: 'task_card',
        task_id: 'a',
        title: 'Contract',
        status: 'complete',
        output: rich('41 pages'),
        sources: [{ type: 'url', url: 'https://example.test', text: 'contract.pdf' }],
      },
      { type: 'task_card', task_id: 'b', title: 'Call', status: 'in_progress', details: rich('Minute 14 of 32') },
      { type: 'task_card', task_id: 'c', title: 'Mail', status: 'pending' },
      { type: 'task_card', task_id: 'd', title: 'Scan', status: 'error', output: rich('It has no text.') },
    ],
  },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: text('Good'), value: 'up', accessibility_label: 'Good, this helped' },
        negative_button: { text: text('Bad'), value: 'down', accessibility_label: 'Bad, this did not help' },
      },
      { type: 'icon_button', action_id: 'bin', icon: 'trash', text: text('Delete') },
    ],
  },
];
