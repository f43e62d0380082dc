import { describe, expect, it } from 'vitest';
import { guessKind } from '../../../src/analysis/reading/guess-kind.ts';
import { read } from './made/read.ts';

const mail = 'From: a@x.example\nSubject: Contract\nDate: Mon, 23 Feb 2026 16:42:11 +0000\n\nHi.';
const talk = 'Ann: A.\nBob: B.\nAnn: C.\nBob: D.';

describe('the kind of a file', () => {
  it.each([
    ['contract', false, 'msa.md', '# Rahmen\n\nText.'],
    ['contract', true, 'msa.md', '# Master Services Agreement\n\nText.'],
    ['sow', true, 'Thornbury-SOW-signed.md', '# Statement of Work: Website\n\nText.'],
    ['order_form', true, 'order-form.md', '# Order Form TX-1\n\nText.'],
    ['change_order', true, 'change-order-01.md', '# Change Order CO-01 to MSA\n\nText.'],
    ['proposal', true, 'proposal_v3.md', '# Proposal v3\n\nText.'],
    ['deal_desk', true, 'deal-desk.md', '# Deal desk / Freigaben\n\nText.'],
    ['crm_note', true, 'crm-note.txt', 'OPPORTUNITY: Thornbury rebuild'],
    ['kickoff_note', false, 'kickoff.md', 'Bring cake.'],
    ['cs_requirement', true, 'requirements.md', '# Requirements of Customer Success'],
    ['call', true, 'contract-talk.txt', talk],
    ['email', true, 'sow.eml', mail],
    ['slack_thread', true, 'export.json', '[{"user":"a","ts":"1784512801.000100","text":"sow?"}]'],
    ['sow', false, 'scan0001.md', '# Statement of Work\n\nText.'],
    ['crm_note', false, 'scan0001.md', 'Text.'],
  ])('is %s (sure: %s) for %s', async (kind, sure, name, text) => {
    expect(guessKind(name, (await read(name, text)).passages)).toEqual({ kind, sure });
  });
});
