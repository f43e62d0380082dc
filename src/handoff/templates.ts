import { type InputKey, inputSpecs } from './inputs.ts';

export interface Milestone {
  title: string;
  /** Calendar days after kickoff. */
  day: number;
}

export interface Template {
  key: string;
  title: string;
  inputs: readonly InputKey[];
  /** The first 30 days as they usually go. */
  milestones: readonly Milestone[];
}

const allInputs = inputSpecs.map((spec) => spec.key);
const template = (key: string, title: string, milestones: Milestone[]): Template => ({
  key,
  title,
  inputs: allInputs,
  milestones,
});

export const templates: readonly Template[] = [
  template('general', 'General', [
    { title: 'Kickoff held, goals and contacts confirmed', day: 0 },
    { title: 'Plan with owners and dates agreed', day: 10 },
    { title: 'First result shown to the customer', day: 30 },
  ]),
  template('saas_implementation', 'SaaS implementation', [
    { title: 'Kickoff held, access to customer systems given', day: 0 },
    { title: 'Design decisions signed off', day: 14 },
    { title: 'Sign-on and first data feed working in test', day: 30 },
  ]),
  template('agency_website', 'Agency website', [
    { title: 'Kickoff held, content owner named', day: 0 },
    { title: 'Structure and content list agreed', day: 14 },
    { title: 'First design concepts shown', day: 30 },
  ]),
  template('managed_service', 'Managed service', [
    { title: 'Kickoff held, access and asset list handed over', day: 0 },
    { title: 'Monitoring and service desk ready', day: 21 },
    { title: 'Service started, first report sent', day: 30 },
  ]),
  template('erp_rollout', 'ERP rollout', [
    { title: 'Kickoff held, key users named per site', day: 0 },
    { title: 'Process workshops done', day: 21 },
    { title: 'First data load rehearsed', day: 30 },
  ]),
];

/** The template of a deal type; an unknown type becomes `general` and `known` says so. */
export const templateFor = (dealType: string): { template: Template; known: boolean } => {
  const found = templates.find((one) => one.key === dealType);
  const general = templates[0];
  if (!general) throw new Error('there is no general template');
  return { template: found ?? general, known: found !== undefined };
};
