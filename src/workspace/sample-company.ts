import type { WorkspaceSeed } from './seed.ts';

const everyone = ['U0PRIYA', 'U0MARCUS', 'U0ELENA', 'U0TOMASZ', 'U0AISHA', 'U0JONAH', 'U0YUKI', 'U0CARLOS'];

/** Northwind Systems: a seller of software in four countries. The names are invented. Tokens are for this machine only. */
export const sampleCompany: WorkspaceSeed = {
  team: { id: 'T0NORTHWIND', name: 'Northwind Systems', domain: 'northwind' },
  plan: 'paid',
  users: [
    person('U0PRIYA', 'priya', 'Priya Raman', 'Account executive', 'Europe/London', true),
    person('U0MARCUS', 'marcus', 'Marcus Webb', 'Head of sales', 'America/New_York'),
    person('U0ELENA', 'elena', 'Elena Petrova', 'Solutions engineer', 'Europe/Berlin'),
    person('U0TOMASZ', 'tomasz', 'Tomasz Nowak', 'Delivery lead', 'Europe/Warsaw'),
    person('U0AISHA', 'aisha', 'Aisha Khan', 'Implementation manager', 'Asia/Karachi'),
    person('U0JONAH', 'jonah', 'Jonah Fields', 'Customer success manager', 'America/Los_Angeles'),
    person('U0YUKI', 'yuki', 'Yuki Tanaka', 'Integration engineer', 'Asia/Tokyo'),
    person('U0CARLOS', 'carlos', 'Carlos Mendes', 'Security and legal', 'America/Sao_Paulo'),
  ],
  channels: [
    { id: 'C0GENERAL', name: 'general', is_general: true, purpose: 'Everybody', members: everyone },
    { id: 'C0SALES', name: 'sales', topic: 'Deals in flight', members: ['U0PRIYA', 'U0MARCUS', 'U0ELENA'] },
    { id: 'C0DELIVERY', name: 'delivery', members: ['U0TOMASZ', 'U0AISHA', 'U0JONAH', 'U0YUKI', 'U0CARLOS'] },
    { id: 'C0HANDOFFS', name: 'handoffs', topic: 'From sold to delivered', members: [...everyone, 'U0APPBOT'] },
  ],
  app: {
    id: 'A0LOCALAPP',
    name: 'App',
    bot_user: { id: 'U0APPBOT', name: 'app', real_name: 'App' },
    bot_token: 'xoxb-local-workspace-bot',
    app_token: 'xapp-local-workspace-app',
    signing_secret: 'local-workspace-signing-secret',
    scopes: [],
  },
};

function person(id: string, name: string, real_name: string, title: string, tz: string, is_admin = false) {
  const working_hours = { start: '09:00', end: '17:30', days: [1, 2, 3, 4, 5] };
  return { id, name, real_name, title, email: `${name}@northwind.example`, tz, is_admin, working_hours };
}
