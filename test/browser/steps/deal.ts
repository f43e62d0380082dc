/** An invented deal: one promise that the order form carries, one that it does not, one that it contradicts. */
export const deal = {
  name: 'Crew rostering',
  customer: 'Halden Ferries',
  channel: 'handoff-halden-ferries-crew-rostering',
  crmId: 'D-2041',
  value: '48000',
  /** The workspace's clock starts on this day, at nine in London. */
  today: '2026-12-03',
  past: '2026-12-01',
  kickoff: '2026-12-17',
  kickoffInWords: 'Thu 17 Dec',
  onTheCalls: 'Priya Raman, us, sales\nIngrid Solberg, customer, head of operations\nOdd Lien, customer, crew planner',
  question: 'Does Odd Lien stay for the test month?',
} as const;

export const promises = {
  covered: 'imports the roster history',
  notCovered: 'connect the roster to your payroll system',
  contradicted: 'six training sessions',
} as const;

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

export const orderForm = file(
  'Halden-Ferries-order-form-signed.md',
  `# Order form

Between Northwind Systems Ltd and Halden Ferries AS. Signed on 3 December 2026.

## 1. Scope

1.1 Northwind sets up crew rostering for 140 crew members on four ferries.

1.2 Northwind imports the roster history of the past two years from the customer's spreadsheets.

1.3 Training is two sessions of two hours each, held online.

1.4 Ingrid Solberg signs off for Halden Ferries.

## 2. Acceptance

2.1 The crew rostering and the import of the roster history are accepted when Ingrid Solberg, head of operations, signs the test protocol after one full month was planned for all four ferries.

## 3. Price

3.1 The price is EUR 48,000, payable in two equal parts.

Signed for Northwind Systems: Priya Raman, 3 December 2026
Signed for Halden Ferries: Ingrid Solberg, 3 December 2026
`,
);

export const call = file(
  'discovery-call.txt',
  `[00:00:04] Priya Raman: Good morning Ingrid, good morning Odd.
[00:00:09] Ingrid Solberg: Morning. We want the new roster in place before the summer timetable, because last year two sailings were cancelled for lack of crew.
[00:00:31] Priya Raman: Understood. We will import the roster history of the past two years from your spreadsheets.
[00:00:52] Odd Lien: Good. And the payroll system?
[00:00:58] Priya Raman: We will connect the roster to your payroll system by go-live, don't worry about it.
[00:01:20] Odd Lien: Half of the crew is at sea at any time. One session will not reach them.
[00:01:27] Priya Raman: We will give you six training sessions, whatever the paper says.
[00:01:45] Ingrid Solberg: Who gives you access to the spreadsheets? Odd is leaving in January.
[00:02:02] Priya Raman: Let us find that out.
[00:02:10] Ingrid Solberg: Success in the first 30 days means that all four ferries are planned in it without a clash.
[00:02:21] Priya Raman: Agreed.
`,
);
