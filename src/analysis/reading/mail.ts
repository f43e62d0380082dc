import EmailReplyParser from 'email-reply-parser';
import PostalMime, { type Email } from 'postal-mime';
import type { Attachment, Draft, Draughts } from './draft.ts';
import { htmlText } from './html-text.ts';
import { type LeadIn, underLeadIn } from './lead-in.ts';
import { mailDate } from './mail-date.ts';
import { readQuotes } from './mail-quotes.ts';
import { blocksOf, numbered } from './plain-text.ts';
import { plainFileName, ReadRefusal } from './read-refusal.ts';
import { SaidBefore, withoutRepeats } from './said-before.ts';
import { withoutSignature } from './signature.ts';
import { notRead } from './unread-attachments.ts';
import { unwrap } from './unwrap.ts';

/** A signature longer than this is no signature: somebody wrote on below two dashes, or hides words there. Lines. */
const LONGEST_SIGNATURE = 10;

/** More mails in one file than this are left out. */
const MOST_MAILS = 5000;
/** All that is attached to the mails of one file, in bytes, and in number. */
const MOST_ATTACHED = 20 * 1024 * 1024;
const MOST_FILES = 50;

/** One mail: its subject, then its paragraphs; repeated mail is marked `quoted` and given to its author, the signature is cut. */
export async function readMail(bytes: Uint8Array, fileName: string): Promise<Draughts> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50 });
  if (!mail.from && !mail.subject && !mail.date) {
    throw new ReadRefusal(
      'malformed',
      fileName,
      'it has no sender, subject or date, so it is not a saved mail',
      'Save the mail again as .eml, or paste it here.',
    );
  }
  const drafts = draftsOf(mail);
  const attachments = attachedTo(mail);
  const title = mail.subject?.trim();
  return { drafts, warnings: notRead(attachments), attachments, ...(title && { title }) };
}

/** A mailbox file: its mails one after another, each once; a quoted text that another of its mails is the original of is left out. */
export async function readMailbox(bytes: Uint8Array, fileName: string): Promise<Draughts> {
  const parts = splitMailbox(bytes);
  const ids = new Set<string>();
  const mails: { drafts: Draft[]; attachments: Attachment[] }[] = [];
  let twice = 0;
  let broken = 0;
  for (const part of parts.slice(0, MOST_MAILS)) {
    const mail = await PostalMime.parse(part, { maxNestingDepth: 50 }).catch(() => undefined);
    const id = mail?.messageId;
    if (!mail || (!mail.from && !mail.subject && !mail.date)) broken += 1;
    else if (id && ids.has(id)) twice += 1;
    else mails.push({ drafts: draftsOf(mail), attachments: attachedTo(mail) });
    if (id) ids.add(id);
  }
  if (mails.length === 0)
    throw new ReadRefusal(
      'malformed',
      fileName,
      'I find no mail in it',
      'Export the mailbox again, or save the mails as .eml.',
    );
  const said = new SaidBefore();
  for (const { drafts } of mails) said.add(drafts.filter((draft) => !draft.quoted).map(({ text }) => text));
  const drafts = mails.flatMap((mail, index) =>
    mail.drafts
      .filter((draft) => !draft.quoted || !said.repeats(draft.text))
      .map((draft) => ({ ...draft, locator: `mail ${index + 1}, ${draft.locator}` })),
  );
  const attachments = mails.flatMap((mail) => mail.attachments).slice(0, MOST_FILES);
  const over = parts.length - MOST_MAILS;
  return {
    drafts,
    attachments,
    warnings: [
      ...(twice > 0
        ? [`${twice} ${twice === 1 ? 'mail is' : 'mails are'} in it more than once; I count each once.`]
        : []),
      ...(broken > 0
        ? [`I left out ${broken} ${broken === 1 ? 'part that is no mail' : 'parts that are no mails'}.`]
        : []),
      ...(over > 0 ? [`I read the first ${MOST_MAILS} mails and left out ${over}.`] : []),
      ...notRead(attachments),
    ],
  };
}

/** Mails begin with a line `From sender date` behind a blank line; such lines within a mail are marked `>From`. */
function splitMailbox(bytes: Uint8Array): Uint8Array[] {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return raw
    .split(/(?:^|(?<=\n)\r?\n)From \S[^\n]*\d{4}[^\n]*\n/u)
    .filter((part) => part.trim())
    .map((part) => Buffer.from(part.replace(/^>(>*From )/gmu, '$1'), 'latin1'));
}

function draftsOf(mail: Email): Draft[] {
  const said = { ...speakerOf(mail), ...sentAt(mail) };
  const subject = mail.subject?.trim();
  const text = mail.text?.trim() ? mail.text : htmlText(mail.html ?? '');
  const body = bodyOf(text, said.speaker ?? '').map(
    (draft, index): Draft => ({ ...(draft.quoted ? {} : said), ...draft, locator: `paragraph ${index + 1}` }),
  );
  const first = subject ? [{ text: subject, locator: 'subject', ...said }] : [];
  return [...first, ...withoutRepeats(body)];
}

/** The files of a mail, not the pictures within its text. A mail within a mail is a file of its own. */
function attachedTo(mail: Email): Attachment[] {
  let room = MOST_ATTACHED;
  return mail.attachments
    .filter(({ related }) => !related)
    .slice(0, MOST_FILES)
    .flatMap(({ filename, mimeType, content }): Attachment[] => {
      const name = plainFileName(filename ?? (mimeType === 'message/rfc822' ? 'mail.eml' : 'unnamed'));
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
      room -= bytes.length;
      return room < 0 ? [] : [{ name, bytes }];
    });
}

function bodyOf(text: string, sender: string): Draft[] {
  let lead: LeadIn;
  return new EmailReplyParser()
    .read(text)
    .getFragments()
    .flatMap((fragment): Draft[] => {
      const content = fragment.getContent();
      if (fragment.isSignature() && content.trim().split('\n').length <= LONGEST_SIGNATURE) return [];
      if (fragment.isQuoted()) return readQuotes(content);
      return blocksOf(numbered(withoutSignature(content, sender))).flatMap((block) => {
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
  const at = mailDate(mail.date, mail.headers.find(({ key }) => key === 'date')?.value);
  return at ? { at } : {};
}
