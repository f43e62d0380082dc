import EmailReplyParser from 'email-reply-parser';
import PostalMime, { type Email } from 'postal-mime';
import type { Draft, Draughts } from './draft.ts';
import { htmlText } from './html-text.ts';
import { type LeadIn, underLeadIn } from './lead-in.ts';
import { readQuotes } from './mail-quotes.ts';
import { blocksOf, numbered } from './plain-text.ts';
import { plainFileName, ReadRefusal } from './read-refusal.ts';
import { unwrap } from './unwrap.ts';

/** A signature longer than this is no signature: somebody wrote on below two dashes, or hides words there. Lines. */
const LONGEST_SIGNATURE = 10;

/** One mail: its subject, then its paragraphs; repeated mail is marked `quoted` and given to its author, the signature is cut. */
export async function readMail(bytes: Uint8Array, fileName: string): Promise<Draughts> {
  const mail = await PostalMime.parse(bytes);
  if (!mail.from && !mail.subject && !mail.date) {
    throw new ReadRefusal(
      'malformed',
      fileName,
      'it has no sender, subject or date, so it is not a saved mail',
      'Save the mail again as .eml, or paste it here.',
    );
  }
  const said = { ...speakerOf(mail), ...sentAt(mail) };
  const subject = mail.subject?.trim();
  const text = mail.text?.trim() ? mail.text : htmlText(mail.html ?? '');
  const body = bodyOf(text).map(
    (draft, index): Draft => ({ ...(draft.quoted ? {} : said), ...draft, locator: `paragraph ${index + 1}` }),
  );
  const first = subject ? [{ text: subject, locator: 'subject', ...said }] : [];
  const named = mail.attachments
    .filter(({ related }) => !related)
    .map(({ filename }) => plainFileName(filename ?? 'unnamed'));
  const warnings =
    named.length > 0
      ? [`I did not read what is attached to this mail: ${named.join(', ')}. Drop it here as well if it matters.`]
      : [];
  return { drafts: [...first, ...body], warnings, ...(subject && { title: subject }) };
}

/** A mailbox file: its mails one after another. */
export async function readMailbox(bytes: Uint8Array, fileName: string): Promise<Draughts> {
  const raw = Buffer.from(bytes).toString('latin1');
  const parts = raw.split(/^From \S.*\r?\n/mu).filter((part) => part.trim());
  const drafts: Draft[] = [];
  const warnings: string[] = [];
  for (const [index, part] of parts.entries()) {
    const mail = await readMail(Buffer.from(part.replace(/^>(>*From )/gmu, '$1'), 'latin1'), fileName);
    drafts.push(...mail.drafts.map((draft) => ({ ...draft, locator: `mail ${index + 1}, ${draft.locator}` })));
    warnings.push(...(mail.warnings ?? []));
  }
  return { drafts, warnings };
}

function bodyOf(text: string): Draft[] {
  let lead: LeadIn;
  return new EmailReplyParser()
    .read(text)
    .getFragments()
    .flatMap((fragment): Draft[] => {
      const content = fragment.getContent();
      if (fragment.isSignature() && content.trim().split('\n').length <= LONGEST_SIGNATURE) return [];
      if (fragment.isQuoted()) return readQuotes(content);
      return blocksOf(numbered(content)).flatMap((block) => {
        const found = underLeadIn(unwrap(block), undefined, lead, () => '');
        lead = found.lead;
        return found.drafts;
      });
    });
}

function speakerOf(mail: Email): { speaker?: string } {
  const name = mail.from?.name || mail.from?.address;
  return name ? { speaker: name } : {};
}

function sentAt(mail: Email): { at?: string } {
  return mail.date && !Number.isNaN(Date.parse(mail.date)) ? { at: new Date(mail.date).toISOString() } : {};
}
